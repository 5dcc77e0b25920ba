using System.Text.Json.Nodes;
using Market.Ledger.Amounts;

namespace Market.Payments.Counter.Models;

/// <summary>What became of an entry of the counter. A YesSql document, one an entry, never deleted.</summary>
public sealed class CounterRecord
{
    /// <summary>The entry's id, made on a phone.</summary>
    public string EntryId { get; set; } = string.Empty;

    public string Kind { get; set; } = string.Empty;

    /// <summary>The client account.</summary>
    public string AccountId { get; set; } = string.Empty;

    public string DistributionId { get; set; } = string.Empty;

    /// <summary>What it asked for, as JSON in its canonical form.</summary>
    public string Data { get; set; } = string.Empty;

    /// <summary>The hash of all that must be the same where the entry is sent again.</summary>
    public string ContentHash { get; set; } = string.Empty;

    /// <summary>Why it was refused, in the language of who sent it; none where it was taken.</summary>
    public string? Refusal { get; set; }

    /// <summary>What it did to the account: positive credits the member. None where that is nothing.</summary>
    public Money? Amount { get; set; }

    public string? Method { get; set; }

    public string? OrderId { get; set; }

    /// <summary>The issuing bank, where a cheque was taken.</summary>
    public string? Bank { get; set; }

    /// <summary>The operations that it posted.</summary>
    public IList<string> OperationIds { get; set; } = [];

    /// <summary>Its place among what was taken for the account: 1, 2, 3… Zero where it was refused.</summary>
    public int Place { get; set; }

    /// <summary>Who sent it.</summary>
    public string UserId { get; set; } = string.Empty;

    /// <summary>When it was taken, or refused.</summary>
    public DateTime RecordedUtc { get; set; }

    /// <summary>What the phone's clock said.</summary>
    public DateTimeOffset? PhoneTime { get; set; }

    /// <summary>Whether it came after the distribution was closed.</summary>
    public bool IsLate { get; set; }

    /// <summary>The entry that undid it.</summary>
    public string? UndoneBy { get; set; }

    public bool IsTaken() => Refusal is null;

    /// <summary>It as whoever undoes it is told of it.</summary>
    public CounterTaken ToTaken() => new(EntryId, Kind, AccountId, DistributionId, JsonNode.Parse(Data)!.AsObject(), [.. OperationIds]);
}
