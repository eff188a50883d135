import { writeFileSync } from 'node:fs';
import type { Role } from '@quietroom/core';

const width = 320;
const height = 240;
const frames = 15;

/** One plain colour per person (Y, U, V), so that a picture says whose it is and a self-view cannot pass for another's. */
const colours: Readonly<Record<Role, readonly [y: number, u: number, v: number]>> = {
  clinician: [81, 90, 240],
  patient: [41, 240, 110],
  interpreter: [106, 202, 222],
  family: [210, 16, 146],
  observer: [145, 54, 34],
};

/** The same colours as a canvas reads them (red, green, blue), near enough for the nearest to be the right one. */
export const canvasColours: Readonly<Record<Role, readonly [red: number, green: number, blue: number]>> = {
  clinician: [238, 14, 14],
  patient: [16, 9, 239],
  interpreter: [238, 13, 237],
  family: [235, 236, 11],
  observer: [14, 237, 14],
};

/** Writes a fake camera: the person's colour with a mark moving along its lower edge, as Chromium reads it (YUV4MPEG2). */
export const writePicture = (path: string, role: Role): void => {
  const [y, u, v] = colours[role];
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420jpeg\n`)];
  for (let frame = 0; frame < frames; frame += 1) {
    const luma = Buffer.alloc(width * height, y);
    const left = frame * 16;
    for (let row = height - 20; row < height - 4; row += 1) luma.fill(235, row * width + left, row * width + left + 16);
    const chroma = (width / 2) * (height / 2);
    parts.push(Buffer.from('FRAME\n'), luma, Buffer.alloc(chroma, u), Buffer.alloc(chroma, v));
  }
  writeFileSync(path, Buffer.concat(parts));
};
