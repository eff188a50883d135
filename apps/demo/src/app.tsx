import { useEffect } from 'react';
import { Landing } from './landing/landing.tsx';
import { landingAddress, type Route } from './route.ts';
import { useRoute } from './use-route.ts';
import { VisitPage } from './visit/visit-page.tsx';

/** The demo: one page to choose a role and a room, one page per visit. */
export const App = () => {
  const { route, goTo } = useRoute();
  const { theme } = route.preferences;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return <Page route={route} goTo={goTo} />;
};

const Page = ({ route, goTo }: { readonly route: Route; readonly goTo: (address: string) => void }) => {
  switch (route.page) {
    case 'landing':
      return <Landing preferences={route.preferences} goTo={goTo} />;
    case 'visit':
      return <VisitPage key={`${route.visit} ${route.as}`} route={route} goTo={goTo} />;
    case 'unknown':
      return (
        <main className="demo-plain">
          <h1>There is no such page</h1>
          <p>The link may be incomplete. A visit’s link holds its number and who you are in it.</p>
          <a className="demo-button" href={landingAddress(route.preferences)}>
            Choose a visit
          </a>
        </main>
      );
  }
};
