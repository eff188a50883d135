export function chromiumPath(): string | undefined;
export const chromiumArgs: string[];
export function chromiumLaunchOptions(): { args: string[]; executablePath?: string };
export function firefoxPath(): string | undefined;
export function firefoxLaunchOptions(): {
  channel: string;
  executablePath?: string;
  firefoxUserPrefs: Record<string, boolean | number>;
};
export function turnServerPath(): string | undefined;
