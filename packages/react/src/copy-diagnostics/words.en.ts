export const copyDiagnosticsWords = {
  'diagnostics.copy': 'Copy diagnostics',
  'diagnostics.copied': 'Copied: how the visit stands, without names, numbers or messages.',
  'diagnostics.failed': 'Could not be copied.',
} as const;
