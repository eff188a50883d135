import { pictureColours } from '@quietroom/testing';

/** How somebody invented is drawn. */
export interface Portrait {
  readonly wall: readonly [string, string];
  readonly room: 'window' | 'shelf' | 'plain' | 'plant';
  readonly skin: string;
  readonly shade: string;
  readonly hair: string;
  readonly cut: 'long' | 'bun' | 'short' | 'bald' | 'curls';
  readonly clothes: string;
  readonly collar?: 'coat' | 'round' | 'shirt';
  readonly glasses?: boolean;
  readonly beard?: boolean;
}

/** The invented people of the pictures, by what they are in the visit. */
export const portraits = {
  patient: {
    wall: ['#e9d9c3', '#cfb292'],
    room: 'window',
    skin: '#c68a63',
    shade: '#ad724c',
    hair: '#49301f',
    cut: 'long',
    clothes: '#4a7c86',
    collar: 'round',
  },
  clinician: {
    wall: ['#dfe8e4', '#b9cbc6'],
    room: 'shelf',
    skin: '#7d5136',
    shade: '#633d27',
    hair: '#1e1917',
    cut: 'short',
    clothes: '#f7f6f1',
    collar: 'coat',
    glasses: true,
  },
  interpreter: {
    wall: ['#d5dbe6', '#a9b5c9'],
    room: 'plain',
    skin: '#e6bd98',
    shade: '#cc9d76',
    hair: '#77614d',
    cut: 'bald',
    clothes: '#2f3f58',
    collar: 'shirt',
    beard: true,
  },
  family: {
    wall: ['#e4ddd0', '#b8b59a'],
    room: 'plant',
    skin: '#efc9a9',
    shade: '#d6a785',
    hair: '#9c9690',
    cut: 'bun',
    clothes: '#86506a',
    collar: 'round',
  },
  observer: {
    wall: ['#e6dde4', '#bba9b9'],
    room: 'plain',
    skin: '#9a6a48',
    shade: '#7f5437',
    hair: '#241a16',
    cut: 'curls',
    clothes: '#5d6b3c',
    collar: 'round',
  },
} as const satisfies Readonly<Record<string, Portrait>>;

type Draw = CanvasRenderingContext2D;

const shape = (draw: Draw, fill: string, trace: () => void) => {
  draw.fillStyle = fill;
  draw.beginPath();
  trace();
  draw.fill();
};

const oval = (draw: Draw, fill: string, x: number, y: number, across: number, down: number) => {
  shape(draw, fill, () => {
    draw.ellipse(x, y, across, down, 0, 0, Math.PI * 2);
  });
};

const drawRoom = (draw: Draw, { wall, room }: Portrait) => {
  const light = draw.createLinearGradient(0, 0, 1600, 900);
  light.addColorStop(0, wall[0]);
  light.addColorStop(1, wall[1]);
  draw.fillStyle = light;
  draw.fillRect(0, 0, 1600, 900);
  if (room === 'window') {
    shape(draw, '#fbf7ee', () => {
      draw.roundRect(150, 90, 310, 470, 12);
    });
    shape(draw, '#bcd8df', () => {
      draw.rect(172, 112, 128, 204);
      draw.rect(312, 112, 126, 204);
      draw.rect(172, 330, 128, 208);
      draw.rect(312, 330, 126, 208);
    });
    oval(draw, '#93b894', 230, 640, 90, 130);
    oval(draw, '#7aa57e', 300, 700, 80, 120);
    shape(draw, '#a9714e', () => {
      draw.roundRect(190, 730, 160, 170, 16);
    });
  }
  if (room === 'shelf') {
    shape(draw, '#f4f1e8', () => {
      draw.rect(1090, 250, 380, 16);
      draw.rect(1090, 470, 380, 16);
    });
    const books = ['#b65b3d', '#2f6f73', '#d6a24a', '#5b6b8c', '#94523f', '#3d5a50', '#c7b08a'];
    books.forEach((colour, index) => {
      shape(draw, colour, () => {
        draw.rect(1110 + index * 42, 140 + (index % 3) * 14, 32, 110 - (index % 3) * 14);
        draw.rect(1150 + ((index * 45) % 270), 362 + (index % 2) * 18, 34, 108 - (index % 2) * 18);
      });
    });
    shape(draw, '#fbfaf6', () => {
      draw.roundRect(140, 130, 280, 210, 10);
    });
    draw.strokeStyle = '#8fb3ae';
    draw.lineWidth = 7;
    draw.beginPath();
    draw.moveTo(180, 250);
    draw.lineTo(245, 250);
    draw.lineTo(270, 195);
    draw.lineTo(305, 300);
    draw.lineTo(330, 250);
    draw.lineTo(385, 250);
    draw.stroke();
  }
  if (room === 'plant') {
    for (const [x, y, turn] of [
      [1220, 470, -0.5],
      [1300, 430, 0],
      [1380, 480, 0.5],
    ] as const) {
      shape(draw, '#6f8f5f', () => {
        draw.ellipse(x, y, 52, 190, turn, 0, Math.PI * 2);
      });
    }
    shape(draw, '#c9825d', () => {
      draw.roundRect(1200, 630, 200, 200, 20);
    });
    shape(draw, '#f3eee3', () => {
      draw.roundRect(190, 120, 260, 200, 8);
    });
    oval(draw, '#d9a15b', 320, 220, 62, 62);
  }
};

const drawHairBehind = (draw: Draw, { hair, cut }: Portrait) => {
  if (cut === 'long') {
    shape(draw, hair, () => {
      draw.moveTo(600, 360);
      draw.bezierCurveTo(600, 60, 1000, 60, 1000, 360);
      draw.bezierCurveTo(1010, 520, 1050, 640, 990, 740);
      draw.lineTo(610, 740);
      draw.bezierCurveTo(550, 640, 590, 520, 600, 360);
    });
  }
  if (cut === 'bun') {
    oval(draw, hair, 800, 128, 92, 78);
    oval(draw, hair, 800, 330, 186, 208);
  }
  if (cut === 'curls') {
    for (let step = 0; step < 13; step += 1) {
      const turn = Math.PI * (0.86 + (step / 12) * 1.28);
      oval(draw, hair, 800 + Math.cos(turn) * 176, 350 + Math.sin(turn) * 196, 72, 72);
    }
    oval(draw, hair, 800, 300, 180, 170);
  }
};

const drawHairBefore = (draw: Draw, { hair, cut }: Portrait) => {
  if (cut === 'long') {
    shape(draw, hair, () => {
      draw.moveTo(646, 400);
      draw.bezierCurveTo(640, 120, 960, 120, 954, 400);
      draw.bezierCurveTo(940, 330, 900, 290, 850, 250);
      draw.bezierCurveTo(800, 320, 700, 350, 646, 400);
    });
  }
  if (cut === 'short') {
    shape(draw, hair, () => {
      draw.moveTo(642, 390);
      draw.bezierCurveTo(610, 90, 990, 90, 958, 390);
      draw.bezierCurveTo(950, 330, 930, 280, 890, 262);
      draw.bezierCurveTo(820, 240, 740, 240, 706, 268);
      draw.bezierCurveTo(668, 290, 652, 340, 642, 390);
    });
  }
  if (cut === 'bun') {
    shape(draw, hair, () => {
      draw.moveTo(648, 372);
      draw.bezierCurveTo(650, 130, 950, 130, 952, 372);
      draw.bezierCurveTo(920, 270, 860, 250, 800, 246);
      draw.bezierCurveTo(740, 250, 680, 270, 648, 372);
    });
  }
  if (cut === 'bald') {
    shape(draw, hair, () => {
      draw.moveTo(644, 400);
      draw.bezierCurveTo(630, 300, 650, 240, 690, 214);
      draw.bezierCurveTo(670, 280, 668, 340, 664, 410);
      draw.moveTo(956, 400);
      draw.bezierCurveTo(970, 300, 950, 240, 910, 214);
      draw.bezierCurveTo(930, 280, 932, 340, 936, 410);
    });
  }
};

const drawFace = (draw: Draw, portrait: Portrait, tick: number) => {
  const { skin, shade, hair, beard, glasses } = portrait;
  const nod = Math.sin(tick / 9) * 5;
  draw.save();
  draw.translate(Math.sin(tick / 13) * 7, nod);
  drawHairBehind(draw, portrait);
  shape(draw, shade, () => {
    draw.roundRect(722, 500, 156, 190, 60);
  });
  oval(draw, skin, 646, 400, 26, 42);
  oval(draw, skin, 954, 400, 26, 42);
  shape(draw, skin, () => {
    draw.moveTo(646, 360);
    draw.bezierCurveTo(640, 150, 960, 150, 954, 360);
    draw.bezierCurveTo(958, 500, 890, 596, 800, 596);
    draw.bezierCurveTo(710, 596, 642, 500, 646, 360);
  });
  if (beard === true) {
    shape(draw, hair, () => {
      draw.moveTo(648, 420);
      draw.bezierCurveTo(660, 470, 720, 470, 800, 470);
      draw.bezierCurveTo(880, 470, 940, 470, 952, 420);
      draw.bezierCurveTo(950, 560, 890, 632, 800, 632);
      draw.bezierCurveTo(710, 632, 650, 560, 648, 420);
    });
  }
  drawHairBefore(draw, portrait);
  const blink = tick % 43 > 40 ? 0.15 : 1;
  for (const x of [732, 868]) {
    oval(draw, '#fffaf3', x, 384, 25, 17 * blink);
    oval(draw, '#2a1d18', x, 384, 12, 13 * blink);
    draw.strokeStyle = hair === '#9c9690' ? '#7c756e' : hair;
    draw.lineWidth = 9;
    draw.lineCap = 'round';
    draw.beginPath();
    draw.moveTo(x - 30, 346);
    draw.quadraticCurveTo(x, 330, x + 30, 346);
    draw.stroke();
    if (glasses === true) {
      draw.strokeStyle = '#23201e';
      draw.lineWidth = 8;
      draw.beginPath();
      draw.roundRect(x - 52, 350, 104, 74, 30);
      draw.stroke();
    }
  }
  if (glasses === true) {
    draw.beginPath();
    draw.moveTo(784, 380);
    draw.lineTo(816, 380);
    draw.stroke();
  }
  draw.strokeStyle = shade;
  draw.lineWidth = 9;
  draw.beginPath();
  draw.moveTo(806, 396);
  draw.quadraticCurveTo(782, 450, 812, 456);
  draw.stroke();
  draw.strokeStyle = '#8b4039';
  draw.lineWidth = 10;
  draw.beginPath();
  draw.moveTo(748, 510);
  draw.quadraticCurveTo(800, 552 + Math.sin(tick / 3) * 4, 852, 510);
  draw.stroke();
  draw.restore();
};

const drawShoulders = (draw: Draw, { clothes, collar, skin, shade }: Portrait) => {
  shape(draw, clothes, () => {
    draw.moveTo(380, 900);
    draw.bezierCurveTo(400, 720, 560, 690, 700, 650);
    draw.lineTo(900, 650);
    draw.bezierCurveTo(1040, 690, 1200, 720, 1220, 900);
  });
  if (collar === 'round') oval(draw, skin, 800, 648, 92, 48);
  else {
    shape(draw, collar === 'coat' ? '#6f9a96' : '#eef1f4', () => {
      draw.moveTo(706, 648);
      draw.lineTo(894, 648);
      draw.lineTo(832, 900);
      draw.lineTo(768, 900);
    });
    shape(draw, shade, () => {
      draw.moveTo(724, 640);
      draw.lineTo(876, 640);
      draw.lineTo(800, 724);
    });
  }
  if (collar === 'coat') {
    draw.strokeStyle = '#cfd3cd';
    draw.lineWidth = 6;
    for (const side of [-1, 1]) {
      draw.beginPath();
      draw.moveTo(800 + side * 96, 650);
      draw.lineTo(800 + side * 132, 760);
      draw.lineTo(800 + side * 34, 900);
      draw.stroke();
    }
  }
};

/** A picture of somebody at a desk, 16 : 9, alive a little. */
function drawPortrait(draw: Draw, width: number, portrait: Portrait, tick: number): void {
  draw.save();
  draw.scale(width / 1600, width / 1600);
  drawRoom(draw, portrait);
  drawShoulders(draw, portrait);
  drawFace(draw, portrait, tick);
  draw.restore();
}

/** From here on whoever's picture has this colour is drawn as this person: in the pictures of the docs, people look like people. */
export function drawPeopleAs(cast: readonly Portrait[], own: Portrait): void {
  const capture = HTMLCanvasElement.prototype.captureStream; // eslint-disable-line @typescript-eslint/unbound-method -- called with its canvas below
  HTMLCanvasElement.prototype.captureStream = function captureStream(rate?: number) {
    const [red = 0, green = 0, blue = 0] = this.getContext('2d')?.getImageData(0, 0, 1, 1).data ?? [];
    const colour = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    const index = pictureColours.findIndex((one) => one === colour);
    const portrait = index === 4 ? own : cast[index];
    const page = this.getContext('2d')?.getImageData(160, 30, 1, 1).data[0] === 251;
    if (portrait === undefined || page) return capture.call(this, rate);
    const canvas = document.createElement('canvas');
    canvas.width = 1280;
    canvas.height = 720;
    const draw = canvas.getContext('2d');
    let tick = 0;
    const paint = () => {
      if (draw) drawPortrait(draw, canvas.width, portrait, tick);
      tick += 1;
    };
    paint();
    setInterval(paint, 200);
    return capture.call(canvas, rate);
  };
}
