import '@quietroom/react/styles.css';
import type { ReactNode } from 'react';

export const metadata = { title: 'Visit', icons: 'data:,' };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body style={{ margin: 0 }}>
        <main style={{ height: '100vh' }}>{children}</main>
      </body>
    </html>
  );
}
