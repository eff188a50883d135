/** Shares a drawn picture where a browser would ask which screen, because a test is nobody who could be asked. */
export const withDrawnScreen = async (share: () => Promise<void>): Promise<void> => {
  const { mediaDevices } = navigator;
  mediaDevices.getDisplayMedia = () => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const stream = canvas.captureStream(15);
    const paint = () => {
      const brush = canvas.getContext('2d');
      if (brush) brush.fillStyle = `hsl(${performance.now() / 10} 80% 50%)`;
      brush?.fillRect(0, 0, 640, 360);
      if (stream.active) requestAnimationFrame(paint);
    };
    paint();
    return Promise.resolve(stream);
  };
  try {
    await share();
  } finally {
    Reflect.deleteProperty(mediaDevices, 'getDisplayMedia');
  }
};
