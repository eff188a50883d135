import { useId } from 'react';
import type { Preferences } from '../route.ts';

const languages = [
  { tag: 'en', label: 'English' },
  { tag: 'es', label: 'Español' },
  { tag: 'ar', label: 'العربية' },
] as const;
const themes = [
  { theme: 'auto', label: 'As on this device' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
] as const;

/** The language and the look of the visit. */
export const PreferenceFields = ({
  preferences,
  onChange,
}: {
  readonly preferences: Preferences;
  readonly onChange: (changed: Preferences) => void;
}) => {
  const languageField = useId();
  const themeField = useId();
  return (
    <>
      <div className="demo-field">
        <label htmlFor={languageField}>Language of the visit</label>
        <select
          id={languageField}
          value={preferences.lang}
          onChange={(event) => {
            onChange({ ...preferences, lang: event.target.value });
          }}
        >
          {languages.map(({ tag, label }) => (
            <option key={tag} value={tag} lang={tag}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="demo-field">
        <label htmlFor={themeField}>Colours</label>
        <select
          id={themeField}
          value={preferences.theme}
          onChange={(event) => {
            const chosen = themes.find(({ theme }) => theme === event.target.value);
            if (chosen) onChange({ ...preferences, theme: chosen.theme });
          }}
        >
          {themes.map(({ theme, label }) => (
            <option key={theme} value={theme}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </>
  );
};
