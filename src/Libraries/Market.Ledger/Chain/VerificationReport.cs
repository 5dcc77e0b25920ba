using Market.Ledger.Amounts;

namespace Market.Ledger.Chain;

/// <summary>How far a verification is.</summary>
/// <param name="Accounts">Accounts verified.</param>
/// <param name="Operations">Operations verified.</param>
public readonly record struct VerificationProgress(long Accounts, long Operations);

/// <summary>What a verification found.</summary>
/// <param name="Accounts">Accounts verified.</param>
/// <param name="Operations">Operations verified.</param>
/// <param name="Closings">Closings verified.</param>
/// <param name="Balance">The sum of all operations.</param>
/// <param name="Pending">The sum of all announced payments.</param>
/// <param name="FindingCount">How many things do not fit.</param>
/// <param name="Findings">The first <see cref="ChainVerifier.MaxFindings"/> of them, in the order they were met: accounts in their order, then closings.</param>
public sealed record VerificationReport(
    long Accounts,
    long Operations,
    long Closings,
    Money Balance,
    Money Pending,
    long FindingCount,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether all of it fits.</summary>
    public bool Holds => FindingCount == 0;

    /// <summary>The first thing that does not fit.</summary>
    public Finding? First => Findings.Count == 0 ? null : Findings[0];
}
