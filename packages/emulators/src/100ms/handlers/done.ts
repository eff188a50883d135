/** What a request comes to. */
export interface Done {
  /** Answered with this; an empty object when left out, for the client takes nothing else for a yes. */
  readonly result?: object;
  /** Done once it is answered. */
  readonly after?: () => void;
}
