import { demonstration } from '@quietroom/core';
import {
  clinicianWithKnock,
  consentAsked,
  endedVisit,
  readyPatient,
  scenario,
  sharedScreen,
  syntheticPeople,
  until,
  visitOfFour,
  visitOfMany,
  visitOfTwo,
  waitingPatient,
  type FakeRoomOptions,
  type Scenario,
} from '@quietroom/testing';
import { visitAtProvider } from '../../packages/react/test/safety-scenario.ts';
import { portraits, type Portrait } from './portraits.ts';

/** A screen worth a picture: how it is reached, and what somebody presses in it. */
export interface Scene {
  readonly make: () => Scenario;
  readonly you?: Portrait;
  readonly others?: readonly Portrait[];
  readonly then?: (reached: Scenario) => unknown;
}

const sleepless = (found: () => Element | null | undefined): Promise<HTMLElement> =>
  new Promise((resolve) => {
    const look = () => {
      const element = found();
      if (element instanceof HTMLElement) resolve(element);
      else requestAnimationFrame(look);
    };
    look();
  });

const press = async (selector: string) => {
  (await sleepless(() => document.querySelector(selector))).click();
};

/** Presses the control with this picture, wherever the toolbar keeps it. */
const pressControl = async (icon: string) => {
  const find = () => document.querySelector(`.qr-foot button:has([data-icon="${icon}"])`);
  const more = document.querySelector('.qr-foot button:has([data-icon="more"])');
  if (find() === null && more instanceof HTMLElement) more.click();
  (await sleepless(find)).click();
};

const see = async (selector: string) => {
  await sleepless(() => document.querySelector(selector));
};

const devicesOn = async ({ visit }: Scenario) => {
  await Promise.all([visit.media.prepare('camera'), visit.media.prepare('microphone')]);
};

const camera = async ({ visit }: Scenario) => {
  await until(visit.state, ({ phase }) => phase.name === 'joined');
  await visit.media.prepare('camera');
  await visit.perform({ type: 'setCamera', on: true }).catch(() => undefined);
};

const { patient, clinician, interpreter, family } = portraits;
const atPatient = { you: patient, others: [clinician] };
const atClinician = { you: clinician, others: [patient, interpreter, family] };

const conversation = (options: FakeRoomOptions = {}) =>
  scenario(options, (room, visit) => {
    const other = room.personJoins(options.role === 'clinician' ? syntheticPeople.patient : syntheticPeople.clinician);
    const messages = () => visit.messages.state.get().conversations[other.id]?.messages.length;
    const talk = async () => {
      await other.arrived;
      await visit.join();
      room.admitsYou();
      await until(visit.messages.state, ({ recipients }) => recipients.includes(other.id));
      const lines = [
        ['other', 'Good morning. Can you see and hear me well?'],
        ['self', 'Yes, both. The new tablets arrived yesterday.'],
        ['other', 'Good. Take the white one in the morning, with food, and call us if you feel dizzy.'],
        ['self', 'With food, in the morning. Thank you.'],
      ] as const;
      for (const [index, [who, text]] of lines.entries()) {
        if (who === 'other') await other.says(text);
        else await visit.messages.send(other.id, text);
        await until(visit.messages.state, () => messages() === index + 1);
      }
    };
    return { people: { other }, reached: talk() };
  });

/** A clinician with a patient and an interpreter. */
const interpreted = () =>
  scenario({ role: 'clinician' }, (room, visit) => {
    const people = [room.personJoins(syntheticPeople.patient), room.personJoins(syntheticPeople.interpreter)];
    const enter = async () => {
      await Promise.all(people.map(({ arrived }) => arrived));
      await visit.join();
      await until(visit.state, ({ participants }) => people.every(({ id }) => participants[id]?.verified === true));
    };
    return { people: { people }, reached: enter() };
  });

const recorded = { ...demonstration, recording: 'cloud', transcription: true, keepsDays: 30 } as const;

export const scenes = {
  readiness: { make: () => readyPatient(), ...atPatient },
  'readiness-on': { make: () => readyPatient(), ...atPatient, then: devicesOn },
  trouble: {
    make: () => {
      const scenario = readyPatient();
      scenario.room.devices.fails('camera', 'denied');
      scenario.room.devices.fails('microphone', 'denied');
      return scenario;
    },
    ...atPatient,
    then: devicesOn,
  },
  waiting: {
    make: () => waitingPatient(),
    ...atPatient,
    then: async (reached) => {
      await devicesOn(reached);
    },
  },
  visit: { make: () => visitOfTwo(), ...atPatient, then: camera },
  'visit-clinician': { make: () => visitOfTwo({ role: 'clinician' }), ...atClinician, then: camera },
  interpreter: { make: () => interpreted(), ...atClinician, then: camera },
  family: { make: () => visitOfFour(), ...atClinician, then: camera },
  many: { make: () => visitOfMany(9), ...atClinician, then: camera },
  share: { make: () => sharedScreen(), ...atPatient, then: camera },
  chat: {
    make: () => conversation(),
    ...atPatient,
    then: async (reached) => {
      await camera(reached);
      await pressControl('chat');
      await see('.qr-message');
    },
  },
  people: {
    make: () => visitOfFour(),
    ...atClinician,
    then: async (reached) => {
      await camera(reached);
      await pressControl('people');
      await see('.qr-person');
    },
  },
  knock: { make: () => clinicianWithKnock(), ...atClinician, then: camera },
  admit: {
    make: () => clinicianWithKnock(),
    ...atClinician,
    then: async (reached) => {
      await camera(reached);
      await press('.qr-knock-answers > .qr-button');
      await see('.qr-dialog');
    },
  },
  consent: {
    make: () => consentAsked(recorded),
    ...atPatient,
    then: async () => {
      await see('.qr-dialog');
    },
  },
  'safety-clinician': {
    make: () => visitAtProvider({ role: 'clinician' }),
    ...atClinician,
    then: async () => {
      await pressControl('shield');
      await see('.qr-safety');
    },
  },
  'safety-patient': {
    make: () => visitAtProvider(),
    ...atPatient,
    then: async () => {
      await pressControl('shield');
      await see('.qr-safety');
    },
  },
  settings: {
    make: () => visitOfTwo(),
    ...atPatient,
    then: async (reached) => {
      await camera(reached);
      await pressControl('settings');
      await see('.qr-settings');
    },
  },
  ended: { make: () => endedVisit('left'), ...atPatient },
  broken: { make: () => endedVisit('failed'), ...atPatient },
  refused: { make: () => endedVisit('refused'), ...atPatient },
} satisfies Readonly<Record<string, Scene>>;
