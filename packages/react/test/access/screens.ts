import { demonstration, usHipaa } from '@quietroom/core';
import {
  chatWithDelivery,
  clinicianWithKnock,
  consentAsked,
  createFakeRoom,
  endedVisit,
  keptWaitingPatient,
  readyPatient,
  reconnecting,
  visitOfFour,
  visitOfTwo,
  waitingPatient,
  type Scenario,
} from '@quietroom/testing';
import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { visitAtProvider } from '../safety-scenario.ts';

/** A screen of the visit, and how a person gets there. Nothing is found by words: they differ between languages. */
export interface Screen {
  readonly make: () => Scenario;
  readonly then?: () => Promise<unknown>;
}

const found = async (selector: string): Promise<HTMLElement> => {
  await waitFor(() => {
    expect(document.querySelector(selector), selector).not.toBeNull();
  });
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(selector);
  return element;
};

const pressControl = (icon: string, wanted: string) => async () => {
  const drawn = await found(`.qr-toolbar [data-icon=${icon}]`);
  drawn.closest('button')?.click();
  await found(wanted);
};

const troubled = (): Scenario => {
  const ready = readyPatient();
  ready.room.devices.fails('camera', 'blocked');
  return { ...ready, ready: ready.visit.media.prepare('camera').catch(() => undefined) };
};

/** The main screens, by a name for people. */
export const screens: Readonly<Record<string, Screen>> = {
  'readiness check': { make: () => readyPatient(), then: () => found('.qr-readiness') },
  'readiness check with a blocked camera': { make: troubled },
  'waiting room': { make: () => waitingPatient() },
  'kept waiting': { make: () => keptWaitingPatient() },
  'visit of four': { make: () => visitOfFour(), then: () => found('.qr-tile') },
  'visit with somebody at the door': {
    make: () => clinicianWithKnock(),
    then: () => found('.qr-knock'),
  },
  'controls behind “More”': {
    make: () => visitOfFour(),
    then: async () => {
      (await found('.qr-control:has(+ .qr-more) button')).click();
      await found('.qr-more[data-open]');
    },
  },
  reconnecting: { make: () => reconnecting() },
  chat: { make: () => chatWithDelivery(), then: pressControl('chat', '.qr-composer') },
  people: { make: () => visitOfFour(), then: pressControl('people', '.qr-participants') },
  settings: { make: () => visitOfTwo(), then: pressControl('settings', '.qr-settings') },
  'Visit safety': { make: () => visitAtProvider(), then: pressControl('shield', '.qr-safety') },
  'question whether to leave': { make: () => visitOfTwo(), then: pressControl('leave', '[role=alertdialog]') },
  'question whom to admit': {
    make: () => clinicianWithKnock(),
    then: async () => {
      (await found('.qr-knock-answers button')).click();
      await found('[role=alertdialog]');
    },
  },
  'question for consent': {
    make: () => consentAsked({ ...demonstration, recording: 'cloud', keepsDays: 30 }),
    then: () => found('[role=alertdialog]'),
  },
  ended: { make: () => endedVisit('left') },
  'ended because a rule refused it': {
    make: () => {
      const room = createFakeRoom();
      const visit = room.createVisit({ policy: usHipaa });
      return { room, visit, ready: visit.join() };
    },
  },
};
