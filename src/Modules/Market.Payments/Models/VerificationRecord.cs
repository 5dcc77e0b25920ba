using Market.Ledger.Chain;

namespace Market.Payments.Models;

/// <summary>The last verification of the books, kept until the next one.</summary>
public class VerificationRecord
{
    public DateTimeOffset EndedAt { get; set; }

    public long Accounts { get; set; }

    public long Operations { get; set; }

    public long Closings { get; set; }

    /// <summary>The sum of all operations, in minor units.</summary>
    public long Balance { get; set; }

    public long FindingCount { get; set; }

    /// <summary>The first findings; the rest is found again once these are mended.</summary>
    public List<Finding> Findings { get; set; } = [];

    public bool Holds => FindingCount == 0;
}
