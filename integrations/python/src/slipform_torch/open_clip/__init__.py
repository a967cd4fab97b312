"""open_clip's own trainer with hard captions and the Cement loss: `python -m slipform_torch.open_clip --help`.

open_clip stays as it is: names of its modules are replaced while it runs, among them `create_loss` and the readers of
tables and shards. Needs the extra `open-clip`, with open_clip_torch 3.
"""
