namespace Market.Payments.Banking.Statements;

/// <summary>A file that was read.</summary>
public sealed class ImportRow
{
    public const int MaxNameLength = 200;

    public string ImportId { get; set; } = string.Empty;

    public string FileName { get; set; } = string.Empty;

    /// <summary>SHA-256 of the file, so that it is read once; its own id once it is undone.</summary>
    public string FileKey { get; set; } = string.Empty;

    public string Form { get; set; } = string.Empty;

    /// <summary>When, in milliseconds of Unix time.</summary>
    public long ReadAt { get; set; }

    public string ReadBy { get; set; } = string.Empty;

    /// <summary>When its certain lines were posted first; none before. Its last day counts for reminders from then on.</summary>
    public long? PostedAt { get; set; }

    public long? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }
}
