/** One m-section of a description: its lines, the first of which is `m=`. */
type Section = readonly string[];

const split = (sdp: string): { readonly session: Section; readonly media: readonly Section[] } => {
  const [session = [], ...media] = sdp
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .reduce<string[][]>(
      (sections, line) => {
        if (line.startsWith('m=')) sections.push([line]);
        else sections.at(-1)?.push(line);
        return sections;
      },
      [[]],
    );
  return { session, media };
};

const join = (session: Section, media: readonly Section[]): string =>
  [session, ...media].flatMap((lines) => lines.map((line) => `${line}\r\n`)).join('');

const valueOf = (section: Section, name: string): string | undefined =>
  section.find((line) => line.startsWith(`a=${name}:`))?.slice(name.length + 3);

const isRejected = (section: Section): boolean => /^m=\w+ 0 /.test(section[0] ?? '');

const accepted = (section: Section): Section => section.map((line) => line.replace(/^(m=\w+) 0 /, '$1 9 '));

/** Nothing but this machine: a browser that is told other addresses would try them in vain. */
const onlyLoopback = (section: Section): Section =>
  section.filter((line) => !line.startsWith('a=candidate:') || line.includes(' 127.0.0.1 '));

/** What one m-section of an offer sends. */
export interface Offered {
  readonly mid: string;
  readonly streamId: string;
  readonly trackId: string;
}

/** What an offer sends, by its m-sections: those that are rejected or send nothing are left out. */
export const readOffered = (sdp: string): readonly Offered[] =>
  split(sdp).media.flatMap((section) => {
    const [streamId = '', trackId = ''] = (valueOf(section, 'msid') ?? '').split(' ');
    const sends = section.includes('a=sendonly') || section.includes('a=sendrecv');
    return sends && trackId !== '' && !isRejected(section)
      ? [{ mid: valueOf(section, 'mid') ?? '', streamId, trackId }]
      : [];
  });

/**
 * The media library's answer as Chromium takes it: what the offer rejects is rejected and not in the bundle, and what
 * is only idle is not rejected; and it asks for no transport-wide feedback, which it would not give, so that Chromium's
 * estimate follows the rates it is sent instead of staying too low for the upper layers.
 */
export const mendAnswer = (answer: string, offer: string): string => {
  const offered = split(offer).media;
  const { session, media } = split(answer);
  const rejected = new Set(offered.filter(isRejected).map((section) => valueOf(section, 'mid')));
  return join(
    session.map((line) =>
      line.startsWith('a=group:BUNDLE')
        ? line
            .split(' ')
            .filter((mid) => !rejected.has(mid))
            .join(' ')
        : line,
    ),
    media.map((section) => {
      const mended = rejected.has(valueOf(section, 'mid')) ? section : accepted(section);
      return onlyLoopback(mended).filter(
        (line) => !/^a=rtcp-fb:\d+ transport-cc/.test(line) && !line.includes('transport-wide-cc-extensions'),
      );
    }),
  );
};

/** The media library's offer as a browser keeps its transceivers by: what is idle is not rejected. */
export const mendOffer = (offer: string): string => {
  const { session, media } = split(offer);
  return join(
    session,
    media.map((section) => onlyLoopback(accepted(section))),
  );
};
