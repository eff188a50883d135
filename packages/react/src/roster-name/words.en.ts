export const rosterNameWords = {
  'name.clinician': 'Clinician {code}',
  'name.patient': 'Patient {code}',
  'name.interpreter': 'Interpreter {code}',
  'name.family': 'Family {code}',
  'name.observer': 'Observer {code}',
  'name.guest': 'Guest',
  'name.recorder': 'Recorder',
  'name.self': 'You',
} as const;
