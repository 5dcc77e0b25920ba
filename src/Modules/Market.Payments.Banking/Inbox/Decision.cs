using System.Globalization;
using Market.Bank.Matching;
using Market.Ledger.Amounts;

namespace Market.Payments.Banking.Inbox;

/// <summary>What somebody makes of a line. One of these is said, and no other.</summary>
/// <param name="LineId">The line.</param>
public sealed record Decision(string LineId)
{
    /// <summary>What it pays, which comes to its amount.</summary>
    public IReadOnlyList<Share> Shares { get; init; } = [];

    /// <summary>The operation, and its account, that credits it already.</summary>
    public (string AccountId, string OperationId)? Recorded { get; init; }

    /// <summary>The slip or payout that it is.</summary>
    public string? Arrival { get; init; }

    /// <summary>The line that it takes back.</summary>
    public string? Returns { get; init; }

    /// <summary>What a proposal comes to; none where nothing is proposed.</summary>
    public static Decision? Of(string lineId, Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        return proposal.Certainty is Certainty.None ? null : new Decision(lineId)
        {
            Shares = proposal.Shares,
            Recorded = proposal.Recorded is { } recorded ? (recorded.AccountId, recorded.OperationId) : null,
            Arrival = proposal.Arrival?.Id,
            Returns = proposal.Returns,
        };
    }

    /// <summary>The decision as a form sends it back: what is posted is what was shown.</summary>
    public override string ToString() =>
        Arrival is { } arrival ? "arrival|" + arrival
        : Returns is { } line ? "returns|" + line
        : Recorded is var (account, operation) ? $"recorded|{account}|{operation}"
        : string.Join('|', Shares.Select(share => string.Create(CultureInfo.InvariantCulture, $"pays|{share.AccountId}|{share.Amount.MinorUnits}|{share.Announced}")));

    /// <summary>Reads what a form sent.</summary>
    /// <returns>None where it is no decision.</returns>
    public static Decision? Read(string lineId, string? text, Currency currency)
    {
        var parts = (text ?? string.Empty).Split('|');
        return parts switch
        {
            ["arrival", { Length: > 0 } arrival] => new Decision(lineId) { Arrival = arrival },
            ["returns", { Length: > 0 } line] => new Decision(lineId) { Returns = line },
            ["recorded", { Length: > 0 } account, { Length: > 0 } operation] => new Decision(lineId) { Recorded = (account, operation) },
            ["pays", ..] when parts.Length % 4 == 0 => ReadShares(lineId, parts, currency),
            _ => null,
        };
    }

    private static Decision? ReadShares(string lineId, string[] parts, Currency currency)
    {
        var shares = new List<Share>();
        foreach (var part in parts.Chunk(4))
        {
            if (part is not ["pays", { Length: > 0 } account, var minor, var announced] || !long.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount == 0)
            {
                return null;
            }

            shares.Add(new Share(account, new Money(amount, currency), announced.Length == 0 ? null : announced));
        }

        return new Decision(lineId) { Shares = shares };
    }
}
