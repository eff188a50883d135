'use client';
import type { ParticipantId, VisitState } from '@quietroom/core';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import type { Box } from './layout/box.ts';
import { layOutStage } from './layout/lay-out-stage.ts';
import { Pager } from './pager.tsx';
import { SelfView } from './self-view.tsx';
import { SharedScreen } from './shared-screen.tsx';
import { Tile } from './tile.tsx';
import { useSpeaker } from './use-speaker.ts';
import { useStageSize } from './use-stage-size.ts';

const sharingNow = ({ order, participants }: VisitState): readonly ParticipantId[] =>
  order.filter((id) => participants[id]?.screen?.sending === true);

const sameIds = (one: readonly ParticipantId[], other: readonly ParticipantId[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);

const visible = ({ order, participants }: VisitState): readonly ParticipantId[] =>
  order.filter((id) => participants[id]?.role !== 'recorder');

const before = { inline: 0, block: 0, rem: 16 };

/** Where each element was put last. */
const places = new WeakMap<Element, Box>();

const sameBox = (one: Box | undefined, other: Box): boolean =>
  one !== undefined &&
  one.inlineStart === other.inlineStart &&
  one.blockStart === other.blockStart &&
  one.inline === other.inline &&
  one.block === other.block;

/** Written to the element and not rendered, so that somebody who joins renders nobody else's tile. */
const put = (element: Element | null | undefined, box: Box | null | undefined) => {
  if (!(element instanceof HTMLElement) || !box || sameBox(places.get(element), box)) return;
  places.set(element, box);
  element.style.insetInlineStart = `${box.inlineStart}px`;
  element.style.insetBlockStart = `${box.blockStart}px`;
  element.style.inlineSize = `${box.inline}px`;
  element.style.blockSize = `${box.block}px`;
};

/**
 * Everybody's picture, shared screens beside them, and this page's own camera. A few people are shown alike; of more
 * than fit whoever speaks is large, and the others are on pages. Whoever is not shown has no picture attached.
 */
export function Stage() {
  const people = useVisitState(visible, sameIds);
  const sharing = useVisitState(sharingNow, sameIds);
  const { say } = useWords();
  const stage = useRef<HTMLDivElement>(null);
  const screens = useRef<HTMLDivElement>(null);
  const tiles = useRef<HTMLUListElement>(null);
  const size = useStageSize(stage);
  const [wanted, setPage] = useState(0);
  const [chosen, setChosen] = useState<ParticipantId | null>(null);

  const canPin = people.length > 1 || sharing.length > 0;
  const pinned = chosen !== null && people.includes(chosen);
  const contents = { people: people.length, shares: sharing.length, pinned };
  const layout = layOutStage(size ?? before, contents, wanted, size?.rem);
  const speaker = useSpeaker(layout.kind === 'speaker', people);
  const promoted = layout.large.length === sharing.length ? null : pinned ? chosen : speaker;

  const rest = people.filter((id) => id !== promoted);
  const last = layout.from + layout.cells.length;
  const onPage = new Set(rest.slice(layout.from, last));
  const shown = size ? people.filter((id) => id === promoted || onPage.has(id)) : [];

  const pin = useCallback((id: ParticipantId) => {
    setChosen((now) => (now === id ? null : id));
  }, []);

  useLayoutEffect(() => {
    const cells = layout.cells[Symbol.iterator]();
    layout.large.slice(0, sharing.length).forEach((box, index) => {
      put(screens.current?.children[index], box);
    });
    shown.forEach((id, index) => {
      put(tiles.current?.children[index], id === promoted ? layout.large.at(-1) : cells.next().value);
    });
    put(stage.current?.querySelector('.qr-self'), layout.self);
    put(stage.current?.querySelector('.qr-pager'), layout.pager);
    stage.current?.style.setProperty('--qr-self-size', `${layout.self.inline}px`);
  });

  return (
    <div className="qr-stage" ref={stage} data-layout={layout.kind}>
      {sharing.length > 0 ? (
        <div className="qr-shares" ref={screens}>
          {sharing.map((id) => (
            <SharedScreen key={id} participant={id} />
          ))}
        </div>
      ) : null}
      {people.length > 0 ? (
        <ul role="list" className="qr-tiles" aria-label={say('stage.people')} ref={tiles}>
          {shown.map((id) => (
            <Tile key={id} participant={id} pinned={pinned && id === chosen} onPin={canPin ? pin : undefined} />
          ))}
        </ul>
      ) : (
        <div className="qr-stage-empty">
          <p className="qr-subtitle">{say('stage.empty')}</p>
          <p className="qr-soft">{say('stage.emptyText')}</p>
        </div>
      )}
      <SelfView />
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
    </div>
  );
}
