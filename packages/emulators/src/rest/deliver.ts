/** Posts a webhook's body with its headers. @returns the status it was answered with. */
export const deliver = async (url: string, body: string, headers: Record<string, string>): Promise<number> => {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  await response.arrayBuffer();
  return response.status;
};
