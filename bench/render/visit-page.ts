/** What a page of this bench can be told. The same for all three. */
export interface VisitPage {
  /** Shows so many people, and the chat with so many messages where asked for. Resolves when all are drawn. */
  readonly show: (people: number, messages: number | null) => Promise<void>;
  /** How loud each person is now, 0 to 1. */
  readonly levels: (level: (person: number) => number) => void;
  readonly mute: (person: number, muted: boolean) => void;
  /** Somebody more comes; somebody who came so goes. */
  readonly join: (person: number) => void;
  readonly leave: (person: number) => void;
  readonly receive: (text: string) => void;
  /** Takes everything away. */
  readonly unmount: () => void;
}

declare global {
  interface Window {
    readonly visitPage: VisitPage;
    readonly drawn: Promise<void>;
  }
}

export const nameOf = (person: number): string => `Quimby Vexwood ${person + 1}`;

export const time = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
