/**
 * The vendor records nothing for a workspace for health information that names no bucket of the clinic's. Trying again
 * does not help: the bucket belongs into the vendor's template. The cause of a `RoomError`.
 */
export class RecordingStorageMissing extends Error {
  override readonly name = 'RecordingStorageMissing';

  constructor(options: ErrorOptions) {
    super(
      'Nothing was recorded: the vendor’s workspace has no bucket of the clinic’s to record to. ' +
        'Name one in the template, check it with `quietroom doctor`, and try again.',
      options,
    );
  }
}
