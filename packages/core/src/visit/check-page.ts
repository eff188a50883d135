import type { OpaqueId } from '../contract/identity.ts';
import type { RoomAdapter } from '../contract/room-adapter.ts';
import { evaluate } from '../policy/evaluate.ts';
import type { Finding, Policy } from '../policy/rule.ts';
import { findHandedOver } from '../privacy/find-handed-over.ts';
import type { VisitModel } from './visit-model.ts';

/** What {@link checkPage} looks at. */
export interface PageParts {
  readonly adapter: Pick<RoomAdapter, 'reference' | 'rules'>;
  readonly policy: Policy;
  readonly model: VisitModel;
  /** What must never leave this page. */
  readonly known: readonly string[];
}

/** The rules that are not met before any contact with whoever carries the visit. Contacts nobody. */
export const checkPage = ({ adapter, policy, model, known }: PageParts, id?: OpaqueId): readonly Finding[] => {
  const { path } = model.facts.get().page;
  model.know({ identifiers: findHandedOver({ reference: adapter.reference, path, id }, known) });
  return evaluate(policy, model.facts.get(), ['page'], adapter.rules);
};
