// What is pinned. npm's packages are in project/package-lock.json; pip checks the hashes here.

/** CPython's wheels for Linux on x86-64. The Python that runs pip may be another. */
export const wheelsOf = {
  python: '3.11',
  platforms: ['manylinux2014_x86_64', 'manylinux_2_17_x86_64', 'manylinux1_x86_64'],
};

/**
 * The addon's source is of TensorFlow 2.9.1, and the oldest wheels for Python 3.11 are of 2.12. It compiles and computes on
 * 2.12.0, 2.13.1, 2.18.1 and 2.21.0 as it is. 2.13.1 has the smallest wheel of the six versions of tensorflow-cpu that we
 * looked at (187 MB; the others 207 to 274); 2.18.1 brings code for GPUs up to Hopper.
 */
export const variants = {
  cpu: {
    name: 'tensorflow-cpu-2.13.1',
    tensorflow: '2.13.1',
    packages: ['@tensorflow/tfjs-node', '@tensorflow/tfjs-node-gpu'],
    wheels: [
      'tensorflow-cpu==2.13.1 --hash=sha256:87be6e61314b2c0fa062f71e26e41d6a17e162ffe4da72c820fe8f1fc94d97fe',
    ],
  },
  gpu: {
    name: 'tensorflow-2.18.1-cuda-12',
    tensorflow: '2.18.1',
    packages: ['@tensorflow/tfjs-node-gpu'],
    wheels: [
      'tensorflow==2.18.1 --hash=sha256:c9f87e5d2a680a4595f5dc30daf6bbaec9d4129b46d7ef1b2af63c46ac7d2828',
      // What tensorflow[and-cuda] 2.18.1 asks for.
      'nvidia-cublas-cu12==12.5.3.2 --hash=sha256:ca070ad70e9fa6654084575d01bd001f30cc4665e33d4bb9fc8e0f321caa034b',
      'nvidia-cuda-cupti-cu12==12.5.82 --hash=sha256:bde77a5feb66752ec61db2adfe47f56b941842825b4c7e2068aff27c9d107953',
      'nvidia-cuda-nvcc-cu12==12.5.82 --hash=sha256:b03e545b8e8c3ce7ebcd7fc44063180ff52ff01d064ece2127ed90a04ef12cd0',
      'nvidia-cuda-nvrtc-cu12==12.5.82 --hash=sha256:3dbd97b0104b4bfbc3c4f8c79cd2496307c89c43c29a9f83125f1d76296ff3fd',
      'nvidia-cuda-runtime-cu12==12.5.82 --hash=sha256:3e79a060e126df40fd3a068f3f787eb000fa51b251ec6cd97d09579632687115',
      'nvidia-cudnn-cu12==9.3.0.75 --hash=sha256:9ad9c6929ebb5295eb4a1728024666d1c88283373e265a0c5c883e6f9d5cd76d',
      'nvidia-cufft-cu12==11.2.3.61 --hash=sha256:9a6e8df162585750f61983a638104a48c756aa13f9f48e19ab079b38e3c828b8',
      'nvidia-curand-cu12==10.3.6.82 --hash=sha256:2823fb27de4e44dbb22394a6adf53aa6e1b013aca0f8c22867d1cfae58405536',
      'nvidia-cusolver-cu12==11.6.3.83 --hash=sha256:93cfafacde4428b71778eeb092ec615a02a3d05404da1bcf91c53e3fa1bce42b',
      'nvidia-cusparse-cu12==12.5.1.3 --hash=sha256:016df8e993c437e8301e62739f01775cba988fd5253cd4c64173f8e8d2f8e752',
      'nvidia-nccl-cu12==2.21.5 --hash=sha256:8579076d30a8c24988834445f8d633c697d42397e92ffc3f63fa26766d25e0a0',
      'nvidia-nvjitlink-cu12==12.5.82 --hash=sha256:f9b37bc5c8cf7509665cb6ada5aaa0ce65618f2332b7d3e78e9790511f111212',
    ],
  },
};
