using System.Security.Cryptography;
using System.Text;
using Market.Ledger.Chain;
using Market.Ledger.Drawers;
using Market.Ledger.Payouts;

namespace Market.Ledger.Closings;

/// <summary>
/// One hash over all account heads, and those of payouts and cash drawers where there are any, so that a closing fixes all of them. The canonical form is UTF-8 text, one line a head,
/// sorted by account, described in <c>docs/ledger-format.md</c>. Heads come one at a time and are not kept.
/// </summary>
public sealed class HeadsRoot : IDisposable
{
    /// <summary>The name and version of the canonical form, its first line.</summary>
    public const string Format = "market-heads/1";

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private string? _last;

    /// <summary>Begins with no head.</summary>
    public HeadsRoot() => _hash.AppendData(Encoding.UTF8.GetBytes(Format + "\n"));

    /// <summary>How many accounts' heads were added.</summary>
    public long Count { get; private set; }

    /// <summary>The hash over the heads so far.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public string Value => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>The text that is hashed.</summary>
    /// <param name="heads">The heads, sorted by account, ordinally.</param>
    /// <param name="payouts">That of payouts, where one was booked.</param>
    /// <param name="drawers">That of cash drawers, where one was opened.</param>
    public static string Canonical(IEnumerable<ClosedHead> heads, PayoutHead? payouts = null, DrawerHead? drawers = null)
    {
        ArgumentNullException.ThrowIfNull(heads);
        return heads.Aggregate(new StringBuilder(Format).Append('\n'), (text, head) => text.Append(Line(head)))
            .Append(payouts is null ? string.Empty : Line(payouts))
            .Append(drawers is null ? string.Empty : Line(drawers))
            .ToString();
    }

    /// <summary>Adds the next head.</summary>
    /// <exception cref="ArgumentException">Its account does not come after the last one's, ordinally.</exception>
    public void Add(ClosedHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        Add(head.AccountId, Encoded(head));
    }

    /// <summary>Adds the head of payouts, after the last account's.</summary>
    public void End(PayoutHead payouts)
    {
        ArgumentNullException.ThrowIfNull(payouts);
        _hash.AppendData(Encoding.UTF8.GetBytes(Line(payouts)));
    }

    /// <summary>Adds the head of cash drawers, after that of payouts.</summary>
    public void End(DrawerHead drawers)
    {
        ArgumentNullException.ThrowIfNull(drawers);
        _hash.AppendData(Encoding.UTF8.GetBytes(Line(drawers)));
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    internal static byte[] Encoded(ClosedHead head) => Encoding.UTF8.GetBytes(Line(head));

    internal void Add(string accountId, byte[] line)
    {
        if (_last is not null && string.CompareOrdinal(_last, accountId) >= 0)
        {
            throw new ArgumentException($"Accounts come sorted ordinally, each once: {accountId} after {_last}.", nameof(accountId));
        }

        _last = accountId;
        _hash.AppendData(line);
        Count++;
    }

    private static string Line(PayoutHead payouts) => $"payouts {CanonicalText.Number(payouts.Sequence)} {payouts.Hash}\n";

    private static string Line(DrawerHead drawers) => $"drawers {CanonicalText.Number(drawers.Sequence)} {drawers.Hash}\n";

    private static string Line(ClosedHead head) =>
        $"{CanonicalText.Number(head.Sequence)} {CanonicalText.Number(head.Balance.MinorUnits)} {head.Hash} {CanonicalText.Escaped(head.AccountId)}\n";
}
