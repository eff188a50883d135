'use client';
import type { ParticipantId, VisitState } from '@quietroom/core';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { RosterName } from '../roster-name/roster-name.tsx';
import { sameIds, useInterpreters, useUnpinnedInterpreters, withOrWithout } from './interpreters.ts';
import { layOutStage } from './layout/lay-out-stage.ts';
import { Pager } from './pager.tsx';
import { put } from './put.ts';
import { SelfView } from './self-view.tsx';
import { SharedScreen } from './shared-screen.tsx';
import { Tile } from './tile.tsx';
import { useSpeaker } from './use-speaker.ts';
import { useStageSize } from './use-stage-size.ts';

const sharingNow = ({ order, participants }: VisitState): readonly ParticipantId[] =>
  order.filter((id) => participants[id]?.screen?.sending === true);

const visible = ({ order, participants }: VisitState): readonly ParticipantId[] =>
  order.filter((id) => participants[id]?.role !== 'recorder');

const before = { inline: 0, block: 0, rem: 16 };

/**
 * Everybody's picture, shared screens beside them, and this page's own camera. A few people are shown alike; of more
 * than fit, or where it is wanted, whoever speaks is large, and the others are on pages. Whoever is not shown has no picture
 * attached. An interpreter has a place of their own that nothing covers, until somebody at this page unpins them.
 */
export function Stage() {
  const people = useVisitState(visible, sameIds);
  const sharing = useVisitState(sharingNow, sameIds);
  const { say, show } = useWords();
  const stage = useRef<HTMLDivElement>(null);
  const screens = useRef<HTMLDivElement>(null);
  const tiles = useRef<HTMLUListElement>(null);
  const size = useStageSize(stage);
  const [wanted, setPage] = useState(0);
  const [chosen, setChosen] = useState<ParticipantId | null>(null);
  const [view, setView] = useState<'grid' | 'speaker'>();
  const [swapped, setSwapped] = useState(false);
  const [preferred, setPreferred] = useState<ParticipantId | null>(null);
  const [told, setTold] = useState<{ readonly id: ParticipantId; readonly pinned: boolean } | null>(null);
  const [unpinned, changeUnpinned] = useUnpinnedInterpreters();
  const interpreters = useInterpreters();

  const pinned = chosen !== null && people.includes(chosen) && !interpreters.includes(chosen);
  const contents = { people: people.length, shares: sharing.length, pinned, view, interpreters: interpreters.length };
  const layout = layOutStage(size ?? before, { ...contents, swapped }, wanted, size?.rem);
  const own = [...interpreters].sort((one, other) => Number(other === preferred) - Number(one === preferred));
  const reserved = own.slice(0, layout.interpreters.length);
  const others = people.filter((id) => !reserved.includes(id));
  const speaker = useSpeaker(layout.large.length > sharing.length && !pinned, others, tiles);
  const promoted = layout.large.length === sharing.length ? null : pinned ? chosen : speaker;

  const rest = others.filter((id) => id !== promoted);
  const last = layout.from + layout.cells.length;
  const onPage = new Set(rest.slice(layout.from, last));
  const shown = size ? people.filter((id) => id === promoted || onPage.has(id) || reserved.includes(id)) : [];

  const latest = useRef({ reserved, interpreters, unpinned, chosen });
  const pin = useCallback(
    (id: ParticipantId) => {
      const now = latest.current;
      const pinning = !now.reserved.includes(id) && now.chosen !== id;
      if (now.interpreters.includes(id) || now.unpinned.includes(id)) {
        changeUnpinned((list) => withOrWithout(list, id, !pinning));
        setPreferred(id);
      } else setChosen(pinning ? id : null);
      setTold({ id, pinned: pinning });
    },
    [changeUnpinned],
  );

  useLayoutEffect(() => {
    latest.current = { reserved, interpreters, unpinned, chosen };
    const cells = layout.cells[Symbol.iterator]();
    layout.large.slice(0, sharing.length).forEach((box, index) => {
      put(screens.current?.children[index], box);
    });
    shown.forEach((id, index) => {
      const interpreter = layout.interpreters[reserved.indexOf(id)];
      put(tiles.current?.children[index], interpreter ?? (id === promoted ? layout.large.at(-1) : cells.next().value));
    });
    const element = stage.current;
    if (!element) return;
    const {
      self,
      interpreters: [first],
    } = layout;
    put(element.querySelector('.qr-self'), self);
    put(element.querySelector('.qr-pager'), layout.pager);
    // The corners of the own picture and of the interpreter's, as wide as a finger.
    const corner = 2.75 * (size ?? before).rem;
    const button = { inline: corner, block: corner };
    put(element.querySelector('.qr-view'), {
      ...button,
      inlineStart: self.inlineStart + self.inline - corner,
      blockStart: self.blockStart,
    });
    if (first) {
      const inlineStart = first.inlineStart + first.inline - 2 * corner;
      put(element.querySelector('.qr-swap'), { ...button, inlineStart, blockStart: first.blockStart });
    }
    element.style.setProperty('--qr-self-size', `${self.inline}px`);
    element.style.setProperty('--qr-stage-least', `${layout.leastBlock}px`);
  });

  const speakerView = !pinned && layout.large.length > sharing.length;
  return (
    <div
      className="qr-stage"
      ref={stage}
      data-layout={layout.kind}
      data-interpreter={reserved.length > 0 ? '' : undefined}
    >
      {sharing.length > 0 ? (
        <div className="qr-shares" ref={screens}>
          {sharing.map((id) => (
            <SharedScreen key={id} participant={id} />
          ))}
        </div>
      ) : null}
      {people.length > 0 ? (
        <ul role="list" className="qr-tiles" aria-label={say('stage.people')} ref={tiles}>
          {shown.map((id) => {
            const interpreter = reserved.includes(id);
            const canPin = interpreter ? people.length > 1 : others.length > 1 || sharing.length > 0;
            return (
              <Tile
                key={id}
                participant={id}
                pinned={interpreter || (pinned && id === chosen)}
                onPin={canPin || interpreters.includes(id) || unpinned.includes(id) ? pin : undefined}
              />
            );
          })}
        </ul>
      ) : (
        <div className="qr-stage-empty">
          <p className="qr-subtitle">{say('stage.empty')}</p>
          <p className="qr-soft">{say('stage.emptyText')}</p>
        </div>
      )}
      <SelfView />
      {others.length > 1 ? (
        <button
          type="button"
          className="qr-view"
          aria-label={say('stage.speakerView')}
          aria-pressed={speakerView}
          onClick={() => {
            setView(speakerView ? 'grid' : 'speaker');
            setChosen(null);
          }}
        />
      ) : null}
      {reserved.length > 0 && others.length > 0 ? (
        <button
          type="button"
          className="qr-swap"
          aria-label={say('stage.interpreterLarge')}
          aria-pressed={swapped}
          onClick={() => {
            setSwapped(!swapped);
          }}
        />
      ) : null}
      {layout.pager ? (
        <Pager
          page={layout.page}
          pages={layout.pages}
          first={layout.from + 1}
          last={last}
          total={rest.length}
          onTurn={setPage}
        />
      ) : null}
      <p className="qr-hidden" role="status">
        {told &&
          show(told.pinned ? 'stage.pinned' : 'stage.unpinned', {
            name: <RosterName of={told.id} pseudonym={false} />,
          })}
      </p>
    </div>
  );
}
