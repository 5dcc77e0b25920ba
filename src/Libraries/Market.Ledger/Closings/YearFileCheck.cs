using Market.Ledger.Chain;

namespace Market.Ledger.Closings;

/// <summary>
/// Recomputes what closed years keep: the chain of their files, what each holds, and whether a journal says the operations that are dated
/// in its year, all of them and no other. They come by their numbers.
/// </summary>
internal sealed class YearFileCheck(YearFile[] files)
{
    private readonly Kept[] _files = [.. files.Select(file => new Kept(file))];

    public YearFileTally Begin() => new(files);

    public void Take(YearFileTally tally)
    {
        for (var place = 0; place < _files.Length; place++)
        {
            _files[place].Count(tally.Sums[place].Operations, tally.Sums[place].Turnover);
        }
    }

    public void Read(YearFile file, YearFileReading reading) =>
        Array.Find(_files, kept => kept.File == file)!.Read(reading.Content, reading.Operations, reading.Turnover);

    public void Finish(Action<Finding> report)
    {
        var number = 0L;
        var previous = string.Empty;
        foreach (var kept in _files)
        {
            number++;
            foreach (var finding in kept.Judge(number, previous))
            {
                report(finding with { File = kept.File.Name, Day = kept.File.To });
            }

            (number, previous) = (kept.File.Number, kept.File.Hash);
        }
    }

    private sealed class Kept(YearFile file)
    {
        private long _operations;

        private long _turnover;

        private string _said = string.Empty;

        private string? _content;

        public YearFile File => file;

        public void Count(long operations, long turnover)
        {
            _operations += operations;
            _turnover += turnover;
        }

        public void Read(string content, long operations, long turnover) => (_content, _said) = (content, Text(operations, turnover));

        public IEnumerable<Finding> Judge(long number, string previous)
        {
            if (YearFileHash.Of(file) is var hash && hash != file.Hash)
            {
                yield return new Finding(Misfit.YearFileChanged) { Expected = hash, Found = file.Hash };
            }

            if (file.Number != number || file.PreviousHash != previous)
            {
                yield return new Finding(Misfit.YearFilePrevious)
                {
                    Expected = $"{CanonicalText.Number(number)} {previous}",
                    Found = $"{CanonicalText.Number(file.Number)} {file.PreviousHash}",
                };
            }

            if (_content != file.Content)
            {
                yield return new Finding(Misfit.YearFileContent) { Expected = file.Content, Found = _content };
            }
            else if (file.IsJournal && Text(_operations, _turnover) != _said)
            {
                yield return new Finding(Misfit.YearFileOperations) { Expected = Text(_operations, _turnover), Found = _said };
            }
        }

        private static string Text(long operations, long turnover) => $"{CanonicalText.Number(operations)} {CanonicalText.Number(turnover)}";
    }
}
