export { BucketOptionError, type BucketOptionField, type RecordingBucketOptions } from './bucket-options.ts';
export {
  createRecordingBucket,
  type BucketPolicy,
  type PolicyStatement,
  type RecordingBucket,
} from './create-recording-bucket.ts';
export { lintBucket, type BucketExpectations, type BucketReadBack } from './lint-bucket.ts';
export { isNeutralKey, recordingKey } from './recording-key.ts';
