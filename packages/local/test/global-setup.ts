/** Runs once, in Node, before the conformance suite. The relay is started and its URL provided from here. */
export default function setup(): void {
  // No relay yet: the suite has nothing to connect to.
}
