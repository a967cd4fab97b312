/** What a user of the packed package does, on the cpu backend; prints the same by import and by require. */
export async function use(load) {
  const tf = await load('@tensorflow/tfjs-core');
  await load('@tensorflow/tfjs-backend-cpu');
  tf.enableProdMode(); // the cpu backend's advertisement for tfjs-node would go to stderr
  await tf.setBackend('cpu');
  const { adaptiveMargin, cementLoss, gradientBudget, infoNceLoss } = await load('@slipform/cement-loss');
  const images = tf.tensor2d([
    [1, 0, 0.2],
    [0, 1, 0.1],
  ]);
  const captions = tf.tensor2d([
    [0.9, 0.1, 0],
    [0.2, 0.8, 0.1],
  ]);
  const hardCaptions = tf.tensor2d([
    [0.8, 0.3, 0.1],
    [0.3, 0.7, 0.4],
  ]);
  const batch = { images, captions, hardCaptions, concreteness: [4.9, 2.1] };
  const { value, grad } = tf.valueAndGrad((x) =>
    cementLoss({ ...batch, images: x }, { logitScale: 10, margin: adaptiveMargin({ max: 2 }) }),
  )(images);
  const budget = gradientBudget(batch, { logitScale: 10 });
  const round = (x) => Number(x.toPrecision(4));
  return {
    cement: round(value.dataSync()[0]),
    infoNce: round(infoNceLoss(batch, { logitScale: 10 }).dataSync()[0]),
    gradient: Array.from(grad.dataSync(), round),
    hard: Array.from(budget.imageToText.hard.dataSync(), round),
  };
}
