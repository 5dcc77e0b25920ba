namespace Market.Payments.Models;

/// <summary>That a year was archived: by whom, and what the file was.</summary>
public class ArchiveRecord
{
    public string Year { get; set; } = string.Empty;

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>The id of the user who made it.</summary>
    public string MadeBy { get; set; } = string.Empty;

    public long Operations { get; set; }

    /// <summary>SHA-256 of the file, in lower-case hexadecimal.</summary>
    public string Sha256 { get; set; } = string.Empty;
}
