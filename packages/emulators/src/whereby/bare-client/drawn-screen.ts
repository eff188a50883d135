import { eventually } from '../../stand-in/eventually.ts';

/** Shares a drawn picture where a browser would ask which screen, because a test is nobody who could be asked. */
export const withDrawnScreen = async (share: () => void): Promise<void> => {
  const devices = navigator.mediaDevices;
  const plain = Object.getOwnPropertyDescriptor(devices, 'getDisplayMedia');
  let asked = false;
  devices.getDisplayMedia = () => {
    asked = true;
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const paint = () => {
      const brush = canvas.getContext('2d');
      if (brush) brush.fillStyle = `hsl(${performance.now() / 10} 80% 50%)`;
      brush?.fillRect(0, 0, 640, 360);
      if (stream.active) requestAnimationFrame(paint);
    };
    const stream = canvas.captureStream(15);
    paint();
    return Promise.resolve(stream);
  };
  share();
  await eventually(() => asked, 'the page asks for a screen');
  // The SDK replaces the browser's method by one of the object's own, and so it is put back.
  if (plain) Object.defineProperty(devices, 'getDisplayMedia', plain);
  else Reflect.deleteProperty(devices, 'getDisplayMedia');
};
