using Market.Bank.Statements;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Payments.Banking.Statements;

/// <summary>A line of a statement, and what became of it. Days are counted from the first of the calendar, amounts in minor units.</summary>
public sealed class LineRow
{
    public const int MaxAccountLength = 40;
    public const int MaxFormLength = 60;
    public const int MaxTextLength = 500;
    public const int MaxReferenceLength = 140;

    public string LineId { get; set; } = string.Empty;

    /// <summary>The line that first showed the movement: its own id, unless another file showed it before.</summary>
    public string MovementId { get; set; } = string.Empty;

    /// <summary>One for each movement of an account, so that none is kept twice.</summary>
    public string MovementKey { get; set; } = string.Empty;

    public string ImportId { get; set; } = string.Empty;

    public long Place { get; set; }

    public string Account { get; set; } = string.Empty;

    public string Form { get; set; } = string.Empty;

    public long BookedOn { get; set; }

    public long? ValueOn { get; set; }

    public long Amount { get; set; }

    public string Text { get; set; } = string.Empty;

    public string? Reference { get; set; }

    public string? EndToEndId { get; set; }

    public string? Counterparty { get; set; }

    /// <summary>All that is searched, without accents and capitals, which not every database folds.</summary>
    public string? Folded { get; set; }

    /// <summary>What stands in <see cref="Folded"/>.</summary>
    public string Fold() => string.Join(' ', new[] { Counterparty, Reference, EndToEndId, Text }.Select(NameText.Fold));

    /// <summary>The account at the other end, as a keyed hash.</summary>
    public string? PayerHash { get; set; }

    /// <summary>The last characters of that account, for people.</summary>
    public string? PayerTail { get; set; }

    public string? BankId { get; set; }

    public bool IsReturn { get; set; }

    public string? ReturnReason { get; set; }

    public long Movements { get; set; }

    public string State { get; set; } = string.Empty;

    /// <summary>How a line that is known is told: a likeness of <c>Market.Bank</c>.</summary>
    public string? Why { get; set; }

    /// <summary>The slip or payout that it is, by its method and id.</summary>
    public string? Arrival { get; set; }

    /// <summary>The line that it takes back.</summary>
    public string? Returns { get; set; }

    /// <summary>Why it is ignored.</summary>
    public string? Reason { get; set; }

    public string? DecidedBy { get; set; }

    public long? DecidedAt { get; set; }

    /// <summary>How often it was posted: each time under keys of its own.</summary>
    public long Tries { get; set; }

    public DateOnly Day => DateOnly.FromDayNumber((int)BookedOn);

    public bool Is(LineState state) => State == state.ToString();

    /// <summary>The line as it is matched: who paid is told by the keyed hash.</summary>
    public BankLine ToLine(Currency currency) => new()
    {
        BookedOn = Day,
        ValueOn = ValueOn is { } day ? DateOnly.FromDayNumber((int)day) : null,
        Amount = new Money(Amount, currency),
        Text = Text,
        Reference = Reference,
        EndToEndId = EndToEndId,
        Counterparty = Counterparty,
        CounterpartyAccount = PayerHash,
        BankId = BankId,
        IsReturn = IsReturn,
        ReturnReason = ReturnReason,
        Movements = (int)Movements,
    };

    /// <summary>A text as it is kept: one line, cut to its column, never half of a character nor one that no database keeps.</summary>
    public static string? Cut(string? text, int length)
    {
        var line = text is null ? null : OneLine.Of(text.Replace("\0", string.Empty, StringComparison.Ordinal));
        return line is null || line.Length <= length ? line : line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)];
    }
}
