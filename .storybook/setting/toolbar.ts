import { roles } from '@quietroom/core';
import type { Preview } from '@storybook/react-vite';

const asInTheStory = (title: string) => ({ value: '', title });
const named = (names: readonly string[]) => names.map((name) => ({ value: name, title: name }));

/** What every story can be shown with. The empty word leaves it to the story. */
export const globalTypes: NonNullable<Preview['globalTypes']> = {
  locale: {
    description: 'Language of the interface',
    toolbar: {
      title: 'Language',
      icon: 'globe',
      items: [
        asInTheStory('Language of the story'),
        { value: 'en', title: 'English' },
        { value: 'es', title: 'Español' },
        { value: 'ar', title: 'العربية' },
        { value: 'en-XA', title: 'Pseudo-language: longer, accented' },
      ],
      dynamicTitle: true,
    },
  },
  theme: {
    description: 'Theme',
    toolbar: {
      title: 'Theme',
      icon: 'contrast',
      items: [
        asInTheStory('Theme of the story'),
        { value: 'light', title: 'Light' },
        { value: 'dark', title: 'Dark' },
        { value: 'contrast', title: 'More contrast' },
      ],
      dynamicTitle: true,
    },
  },
  brand: {
    description: 'Whose colours, letters and corners',
    toolbar: {
      title: 'Brand',
      icon: 'paintbrush',
      items: [
        { value: '', title: 'Quietroom' },
        { value: 'fernhill', title: 'Fernhill Family Practice (invented)' },
        { value: 'quayside', title: 'Quayside Hospital (invented)' },
      ],
      dynamicTitle: true,
    },
  },
  role: {
    description: 'Who sits at this page',
    toolbar: {
      title: 'Role',
      icon: 'user',
      items: [asInTheStory('Role of the story'), ...named(roles)],
      dynamicTitle: true,
    },
  },
  policy: {
    description: 'The policy of the host',
    toolbar: {
      title: 'Policy',
      icon: 'lock',
      items: [
        asInTheStory('Policy of the story'),
        { value: 'demonstration', title: 'Demonstration' },
        { value: 'hipaa-attested', title: 'US, HIPAA, attested' },
        { value: 'hipaa-unattested', title: 'US, HIPAA, nothing attested' },
        { value: 'part2-attested', title: 'US, Part 2, attested' },
        { value: 'recording-allowed', title: 'Recording and captions allowed' },
        { value: 'much-off', title: 'Chat, sharing and hands off' },
      ],
      dynamicTitle: true,
    },
  },
  provider: {
    description: 'Whose manifest and capabilities the room has',
    toolbar: {
      title: 'Provider',
      icon: 'transfer',
      items: [asInTheStory('A room that can do everything'), ...named(['local', 'whereby', '100ms'])],
      dynamicTitle: true,
    },
  },
};

const size = (name: string, width: number, height: number, type: 'mobile' | 'tablet' | 'desktop') => ({
  name,
  styles: { width: `${width}px`, height: `${height}px` },
  type,
});

/** The sizes to look at. 400 % zoom of a page 1280 pixels wide leaves 320 of its pixels, and 256 of 1024 of its height. */
export const sizes = {
  phone320: size('Phone, 320', 320, 568, 'mobile'),
  phone390: size('Phone, 390', 390, 844, 'mobile'),
  zoom400: size('400 % zoom of 1280 × 1024', 320, 256, 'desktop'),
  tablet768: size('Tablet, 768', 768, 1024, 'tablet'),
  desktop1280: size('Desktop, 1280', 1280, 800, 'desktop'),
  wall2560: size('Wall, 2560', 2560, 1440, 'desktop'),
} as const;
