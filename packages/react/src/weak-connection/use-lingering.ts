'use client';
import { useEffect, useState } from 'react';

/**
 * A value that stays for a while after it is gone, so that what comes and goes is said once and not again and again.
 * @param milliseconds how long.
 */
export function useLingering<Value>(value: Value | null, milliseconds: number): Value | null {
  const [lingering, setLingering] = useState(value);
  if (value !== null && value !== lingering) setLingering(value);
  useEffect(() => {
    if (value !== null) return;
    const timer = setTimeout(() => {
      setLingering(null);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [value, milliseconds]);
  return value ?? lingering;
}
