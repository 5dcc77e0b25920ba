namespace Market.Payments.Banking.Tables;

/// <summary>A table that somebody chose, until they said what its columns are.</summary>
public sealed class UploadRow
{
    public string UploadId { get; set; } = string.Empty;

    public string UserId { get; set; } = string.Empty;

    public string FileName { get; set; } = string.Empty;

    public long At { get; set; }

    /// <summary>The file, in base 64.</summary>
    public string Content { get; set; } = string.Empty;
}
