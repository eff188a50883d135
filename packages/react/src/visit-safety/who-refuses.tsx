'use client';
import type { SafetyReport } from '@quietroom/core/policy';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';

const layers = ['relay', 'vendor', 'receiver', 'nobody'] as const;
type Layer = (typeof layers)[number];
const isLayer = (by: string): by is Layer => layers.some((layer) => layer === by);

/** Who would still refuse each command if somebody's page were replaced by a hostile one. */
export function WhoRefuses({ refusedBy }: Pick<SafetyReport, 'refusedBy'>) {
  const { say } = useLaterWords();
  return (
    <>
      <p className="qr-soft qr-small">{say('safety.refusesHint')}</p>
      <table className="qr-safety-table">
        <thead>
          <tr>
            <th scope="col">{say('safety.command')}</th>
            <th scope="col">{say('safety.beyond')}</th>
          </tr>
        </thead>
        <tbody>
          {refusedBy.map(({ action, by }) => (
            <tr key={action} data-by={by}>
              <th scope="row">{say(`safety.action.${action}`)}</th>
              <td>
                {by === 'nobody' ? <Icon name="warning" /> : null}
                {isLayer(by) ? say(`safety.by.${by}`) : by}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
