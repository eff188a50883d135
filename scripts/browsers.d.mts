export function chromiumPath(): string | undefined;
export const chromiumArgs: string[];
export function chromiumLaunchOptions(): { args: string[]; executablePath?: string };
