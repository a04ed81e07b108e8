"""Bytes to records: walking the folder, formats, containers, limits, named rejections."""
