"""open_clip's trainer with some of its names replaced while it runs. Nothing of it is changed on disk."""

from __future__ import annotations

import importlib
import inspect
import logging
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn

from ..data.errors import DataError, missing_package
from ..data.files import expand_braces
from ..data.pictures import open_picture
from ..data.rows import Rows
from .average import Average
from .batch import ChangedLoader, Texts, UnpackingLoader, take_hard_texts
from .losses import LossInTrainer
from .options import Options
from .retention import Judge, check_held_out, fallen, remember, table, unwrapped, write
from .shards import PackTexts, SamplesWithNegatives
from .start import Start, keep_start
from .tables import TableDataset, train_rows, with_columns

#: What must be there to be replaced: of `open_clip_train.main` and of `open_clip_train.data`.
NAMES = {
    "main": ("create_loss", "create_model_and_transforms", "get_data", "train_one_epoch", "main"),
    "data": (
        "CsvDataset",
        "get_csv_dataset",
        "get_wds_dataset",
        "tarfile_to_samples_nothrow",
        "tar_file_expander",
    ),
}
REFUSED = ("siglip", "horovod", "trace", "torchscript", "distill_model", "use_bnb_linear")


def load_trainer() -> tuple[Any, Any]:
    """The modules `open_clip_train.main` and `open_clip_train.data`.

    :raises DataError: if they can't be used.
    """
    try:
        import open_clip

        main = importlib.import_module("open_clip_train.main")
        data = importlib.import_module("open_clip_train.data")
    except ModuleNotFoundError as error:
        raise missing_package(str(error.name), "training with open_clip", "open-clip") from error
    missing = [name for name in NAMES["main"] if not hasattr(main, name)]
    missing += [name for name in NAMES["data"] if not hasattr(data, name)]
    if missing:
        raise DataError(
            f"open_clip_torch {open_clip.__version__} has no {missing[0]} in its trainer, which is replaced here: "
            'pip install "open_clip_torch>=3,<4"'
        )
    return main, data


#: Empty unless the user names them, in place of open_clip's defaults: the table's usual columns are looked for in our order.
NO_COLUMNS = ("--csv-img-key", "", "--csv-caption-key", "")


def train(argv: list[str], options: Options) -> int:
    """Runs open_clip's main on its own arguments. Returns the exit code."""
    main, data = load_trainer()
    argv = with_train_data([*NO_COLUMNS, *argv], options, main)
    args = main.parse_args(argv)
    check(args)
    check_terms(args, options)
    check_held_out(options)
    if options.model_config is not None:
        add_model(options.model_config)
    run = Run(main, data, options)
    run.check_epoch(args)
    with replaced(run.names()):
        return 0 if main.main(argv) is None else 1


def with_train_data(argv: list[str], options: Options, main: Any) -> list[str]:
    """open_clip's arguments; negatives that stand alone become the training data."""
    args = main.parse_args(argv)
    if args.train_data is None and options.negatives is not None:
        return [*argv, "--train-data", options.negatives[0], "--dataset-type", "csv"]
    if args.dataset_type == "auto" and args.train_data is not None and not args.train_data.endswith(".tar"):
        return [*argv, "--dataset-type", "csv"]
    return argv


def check(args: Any) -> None:
    """:raises DataError: for what open_clip can do and this can't."""
    for name in REFUSED:
        if getattr(args, name, None):
            raise DataError(f"--{name.replace('_', '-')} of open_clip can't be used with hard captions")
    if args.train_data is None:
        raise DataError("nothing to train on: name --negatives, or --train-data")
    if args.dataset_type == "synthetic":
        raise DataError("--dataset-type synthetic has no hard captions: name --negatives")
    if args.local_loss and not args.gather_with_grad:
        raise DataError("--local-loss needs --gather-with-grad: hard captions would get no gradient")


def check_terms(args: Any, options: Options) -> None:
    """:raises DataError: for options of ours that don't go with these of open_clip's."""
    if options.warm_statistics and args.skip_scheduler:
        raise DataError(
            "--warm-statistics sets the rate to 0 for its steps, and --skip-scheduler sets none: leave one out"
        )
    if options.keep_close is not None and options.keep_close_ema is None and args.dataset_type != "csv":
        raise DataError(
            "--keep-close keeps an embedding of each row of a table, and shards have no rows: name --negatives alone, or a "
            "table by --train-data, or take --keep-close-ema"
        )


def add_model(file: str) -> None:
    """Makes a model's JSON known to open_clip, by its file's name."""
    import open_clip

    if not os.path.isfile(file):
        raise DataError(f"--model-config {file} is not there")
    open_clip.add_model_config(file)


def keep_config(file: str, folder: str) -> None:
    """A copy of the model's JSON beside the run's logs, so that its checkpoints can be exported without it."""
    os.makedirs(os.path.join(folder, "model_config"), exist_ok=True)
    shutil.copyfile(file, os.path.join(folder, "model_config", os.path.basename(file)))


class Run:
    """One training: what stands for open_clip's names, and what they must know of each other."""

    def __init__(self, main: Any, data: Any, options: Options) -> None:
        self._main, self._data, self._options = main, data, options
        self._judge: Judge | None = None
        self._batches = 1
        self._rows: Rows | None = None
        self._start: Start | None = None
        self._average: Average | None = None
        self._original = {
            **{n: getattr(main, n) for n in NAMES["main"]},
            **{n: getattr(data, n) for n in NAMES["data"]},
        }

    def check_epoch(self, args: Any) -> None:
        """:raises DataError: if an epoch has not one whole step, which open_clip would pass over in silence.

        And if one of a table's first pictures can't be opened, before a folder of the run is there.
        """
        if args.dataset_type == "csv":
            self._rows = train_rows(args, self._options)
            pairs: int | None = len(self._rows)
            for row in (self._rows[index] for index in range(min(8, len(self._rows)))):
                if row.picture is not None:
                    open_picture(row.picture, row.place, (self._options.image_root or "",))
        else:
            pairs = args.train_num_samples or self._data.get_dataset_size(args.train_data)[0]
        processes = importlib.import_module("open_clip_train.distributed").world_info_from_env()[2]
        # open_clip's sampler fills up the last process's share of a table.
        if pairs and -(-pairs // processes) // args.batch_size < args.accum_freq:
            raise DataError(no_batch(f"an epoch of {pairs} pairs", args, processes))

    def names(self) -> list[tuple[Any, str, Any]]:
        """(module, name, what stands for it)."""
        mine: list[tuple[Any, str, Any]] = [
            (self._main, name, getattr(self, name))
            for name in ("create_model_and_transforms", "create_loss", "get_data", "train_one_epoch")
        ]
        mine += [(self._data, name, getattr(self, name)) for name in ("get_csv_dataset", "get_wds_dataset")]
        # webdataset 1.0 marks the end of a shard by an empty entry, which open_clip 3.3 doesn't know
        expander = self._original["tar_file_expander"]
        if "eof_value" in inspect.signature(expander).parameters:
            mine.append((self._data, "tar_file_expander", partial(expander, eof_value=None)))
        return [*mine, (torch.nn.parallel, "DistributedDataParallel", on_any_device())]

    def create_model_and_transforms(self, *args: Any, **options: Any) -> Any:
        """open_clip's model, which also takes hard captions."""
        from open_clip import CLIP, CustomTextCLIP

        made = self._original["create_model_and_transforms"](*args, **options)
        model = made[0]
        if type(model) not in (CLIP, CustomTextCLIP):
            raise DataError(
                f"--model must be a CLIP with two towers, got {args[0]}, which is a {type(model).__name__}"
            )
        take_hard_texts(model, has_hard_images=self._options.layout != "captions", teacher=self._teach)
        return made

    def _teach(self, images: Tensor, captions: Tensor) -> tuple[Tensor, Tensor] | None:
        return None if self._average is None else self._average.embed(images, captions)

    def create_loss(self, args: Any) -> nn.Module:
        """Cement in place of ClipLoss."""
        logging.info(f"Cement loss: margin {self._options.margin_text}, layout {self._options.layout}")
        if self._options.model_config is not None and args.rank == 0:
            keep_config(self._options.model_config, os.path.join(args.logs, args.name))
        return LossInTrainer(self._options, args, self._batches // args.accum_freq)

    def get_data(self, args: Any, preprocess: Any, *rest: Any, tokenizer: Any = None, **options: Any) -> Any:
        """open_clip's data, and a judge that knows it."""
        data = self._original["get_data"](args, preprocess, *rest, tokenizer=tokenizer, **options)
        self._batches = data["train"].dataloader.num_batches
        self._judge = Judge(self._options, args, preprocess[1], tokenizer, data)
        return data

    def get_csv_dataset(
        self,
        args: Any,
        preprocess: Any,
        is_train: bool,
        epoch: int = 0,
        tokenizer: Any = None,
        **options: Any,
    ) -> Any:
        """open_clip's, with our dataset in it."""
        if not is_train:
            args = with_columns(args, args.val_data)
        make = partial(
            self._original["get_csv_dataset"], args, preprocess, is_train, epoch, tokenizer, **options
        )
        if not is_train:
            return make()
        rows = train_rows(args, self._options) if self._rows is None else self._rows
        if args.rank == 0:  # one look at the rows, and not one on each rank
            logging.info(counted(rows))
        dataset = TableDataset(rows, tokenizer, preprocess, self._options, args.seed)
        with replaced([(self._data, "CsvDataset", lambda *_, **__: dataset)]):
            info = make()
        info.shared_epoch = dataset.epoch
        return info

    def get_wds_dataset(
        self,
        args: Any,
        preprocess: Any,
        is_train: bool,
        epoch: int = 0,
        floor: bool = False,
        tokenizer: Any = None,
        **o: Any,
    ) -> Any:
        """open_clip's pipeline, whose samples carry their negatives."""
        make = partial(self._original["get_wds_dataset"], args, preprocess, is_train, epoch, floor)
        if not is_train:
            return make(tokenizer=tokenizer, **o)
        samples = SamplesWithNegatives(self._original["tarfile_to_samples_nothrow"], self._options)
        samples.check(expand_braces(args.train_data))
        texts = PackTexts(tokenizer, preprocess, self._options, args.seed)
        with replaced([(self._data, "tarfile_to_samples_nothrow", samples)]):
            info = make(tokenizer=texts, **o)
        # Of the samples of each worker the last, smaller batch is dropped, which may be its only one.
        empty = no_batch("a pass over these shards", args, args.world_size)
        info.dataloader = UnpackingLoader(info.dataloader, texts.packing, empty)
        info.shared_epoch = BothEpochs(info.shared_epoch, texts.epoch)
        return info

    def train_one_epoch(self, *positional: Any, **named: Any) -> Any:
        """open_clip's; the model is judged before the first epoch, after what --val-frequency asks for, and at the end."""
        original = self._original["train_one_epoch"]
        given = inspect.signature(original).bind(*positional, **named).arguments
        args, model, epoch = given["args"], given["model"], given["epoch"]
        averages = os.path.join(args.logs, args.name, "average")
        if self._options.keep_close_ema is not None:
            if self._average is None:
                self._follow(given["optimizer"], given["loss"], unwrapped(model), averages, epoch)
        elif self._options.keep_close is not None and self._start is None:
            assert self._judge is not None and self._rows is not None
            folder = os.path.join(args.logs, args.name, "start")
            self._start = keep_start(folder, args, self._judge, unwrapped(model), self._rows, epoch=epoch)
            given["loss"].teacher_scale = self._start.scale
        given["data"] = {**given["data"], "train": self._changed(given["data"]["train"], args, epoch)}
        given["scheduler"] = self._warmed(given["scheduler"], given["optimizer"])
        judge = (
            self._judge if args.rank == 0 and self._judge is not None and self._judge.has_questions else None
        )
        file = os.path.join(args.logs, args.name, "retention.json")
        if judge is not None:
            before = remember(file, partial(judge.measure, unwrapped(model)))
        result = original(**given)
        done = epoch + 1
        if self._average is not None and args.rank == 0:
            self._average.save(averages, done, args.save_frequency)
        is_asked = done == args.epochs or (args.val_frequency and done % args.val_frequency == 0)
        if judge is not None and is_asked:
            after = judge.measure(unwrapped(model))
            write(file, {"before": before, "after": after})
            logging.info(
                f"Before the training and after epoch {done} of {args.epochs}:\n" + table(before, after)
            )
            lost = fallen(before, after)
            if lost is not None:
                logging.warning(lost)
        return result

    def _follow(self, optimizer: Any, loss: Any, model: nn.Module, folder: str, epoch: int) -> None:
        """Makes the average, or goes on with the run's, and moves it after each step."""
        assert self._options.keep_close_ema is not None
        average = Average(model, self._options.keep_close_ema)
        if epoch > 0:
            average.load(folder, epoch)
        loss.teacher_scale = average.scale

        def moved(*_: Any) -> None:
            average.follow()
            loss.teacher_scale = average.scale

        optimizer.register_step_post_hook(moved)
        self._average = average

    def _changed(self, info: Any, args: Any, epoch: int) -> Any:
        """open_clip's data of an epoch, with the start's embeddings, and every n-th step without hard captions."""
        every, start = self._options.plain_every, self._start
        first = epoch * (info.dataloader.num_batches // args.accum_freq)

        def change(index: int, texts: Texts) -> Texts:
            step = first + index // args.accum_freq
            if start is not None:
                images, captions = start.of(texts.row)
                texts = texts._replace(teacher_image=images, teacher_text=captions)
            return texts.plain() if every and (step + 1) % every == 0 else texts

        return replace(info, dataloader=ChangedLoader(info.dataloader, change)) if every or start else info

    def _warmed(self, scheduler: Any, optimizer: Any) -> Any:
        """A schedule whose first steps have the rate 0: AdamW gathers its moments, and nothing moves."""
        count = self._options.warm_statistics

        def schedule(step: int) -> None:
            scheduler(step)
            if step < count:
                for group in optimizer.param_groups:
                    group["lr"] = 0.0

        return schedule if count and scheduler is not None else scheduler


def no_batch(what: str, args: Any, processes: int) -> str:
    """The sentence for data without one step."""
    each = f" for each of {processes} processes" if processes > 1 else ""
    times = f"{args.accum_freq} batches" if args.accum_freq > 1 else "batch"
    return f"{what} has no {times} of {args.batch_size}{each}: take a smaller --batch-size, or more pairs"


def counted(rows: Rows, most: int = 100_000) -> str:
    """How many pairs there are, and with hard captions; of more than `most` the second would be a long look."""
    if len(rows) > most:
        return f"{len(rows)} pairs"
    hard = sum(1 for index in range(len(rows)) if rows[index].negatives)
    masked = "" if hard == len(rows) else "; the others take part without one"
    return f"{len(rows)} pairs, {hard} of them with hard captions{masked}"


class BothEpochs:
    """Two counters of epochs as one."""

    def __init__(self, *counters: Any) -> None:
        self._counters: Sequence[Any] = counters

    def set_value(self, epoch: int) -> None:
        """Sets both."""
        for counter in self._counters:
            counter.set_value(epoch)


def on_any_device() -> type[nn.parallel.DistributedDataParallel]:
    """DistributedDataParallel that ignores `device_ids` for a module on CPU: open_clip passes them there too."""

    class OnAnyDevice(nn.parallel.DistributedDataParallel):
        def __init__(self, module: nn.Module, device_ids: Any = None, **options: Any) -> None:
            on_processor = next(module.parameters()).device.type == "cpu"
            super().__init__(module, device_ids=None if on_processor else device_ids, **options)

    return OnAnyDevice


@contextmanager
def replaced(names: Sequence[tuple[Any, str, Callable[..., Any] | type]]) -> Iterator[None]:
    """Sets names of modules, and sets them back."""
    before = [(module, name, getattr(module, name)) for module, name, _ in names]
    try:
        for module, name, value in names:
            setattr(module, name, value)
        yield
    finally:
        for module, name, value in before:
            setattr(module, name, value)
