/** A part of the vendor's client without a public name is not where this version has it. Nothing is done without it. */
export class InternalsMissing extends Error {
  override readonly name = 'InternalsMissing';

  constructor(what: string) {
    super(`The vendor's client has no ${what}: it is not the version this adapter was proved with.`);
  }
}

type Call = (...given: readonly unknown[]) => unknown;

const isCall = (value: unknown): value is Call => typeof value === 'function';
/** Whether a value is an object of any kind. */
export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A part of one of the vendor's objects. @throws InternalsMissing */
export const partOf = (of: object, name: string): object => {
  const part: unknown = Reflect.get(of, name);
  if (isObject(part)) return part;
  throw new InternalsMissing(name);
};

/** Calls one of the vendor's own functions. @throws InternalsMissing */
export const call = (of: object, name: string, ...given: readonly unknown[]): unknown => {
  const own: unknown = Reflect.get(of, name);
  if (isCall(own)) return Reflect.apply(own, of, given);
  throw new InternalsMissing(name);
};

/** Puts ours in the place of one of the vendor's functions, on this object alone. @throws InternalsMissing */
export const replace = (of: object, name: string, ours: (plain: Call) => Call): void => {
  const own: unknown = Reflect.get(of, name);
  if (!isCall(own)) throw new InternalsMissing(name);
  const plain: Call = (...given) => Reflect.apply(own, of, given);
  Reflect.set(of, name, ours(plain));
};
