using Market.Bank.Words;
using Market.Ledger.Amounts;

namespace Market.Bank.Identity;

/// <summary>A known movement, while lines are compared with it.</summary>
internal sealed class Movement
{
    private readonly IReadOnlyList<(string Form, LineFacts Facts)> _showings;

    public Movement(KnownMovement known, string form)
    {
        Id = known.Id;
        _showings = [.. known.Showings.Select(showing => (showing.Form, LineFacts.Of(showing)))];
        Amount = known.Showings[0].Line.Amount;
        HasForm = _showings.Any(showing => showing.Form == form);
        Signatures = [.. _showings.Where(showing => showing.Form == form).Select(showing => showing.Facts.Signature).Distinct(StringComparer.Ordinal)];
    }

    public string Id { get; }

    public Money Amount { get; }

    /// <summary>Whether a file of this form has shown it: one that shows something else shows another movement.</summary>
    public bool HasForm { get; }

    public bool IsTaken { get; set; }

    public IReadOnlyList<string> Signatures { get; }

    public IEnumerable<string> BankIds => _showings.Select(showing => showing.Facts.BankId).OfType<string>().Distinct(StringComparer.Ordinal);

    public IEnumerable<string> EndToEndIds => _showings.Select(showing => showing.Facts.EndToEndId).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Whether files of this form gave it an id, and another one than the line's.</summary>
    public bool HasOtherId(LineFacts facts, string form) => facts.BankId is { } id
        && _showings.Any(showing => showing.Form == form && showing.Facts.BankId is not null)
        && _showings.All(showing => showing.Form != form || showing.Facts.BankId != id);

    /// <summary>Whether it was booked on the line's day.</summary>
    public bool IsOfDay(LineFacts facts) => _showings.Any(showing => showing.Facts.Line.BookedOn == facts.Line.BookedOn);

    /// <summary>Whether the day of booking of one is the day from which the bank counts the other, as some forms tell one and some the other.</summary>
    public bool IsNearDay(LineFacts facts) => _showings.Any(showing => showing.Facts.Line.ValueOn == facts.Line.BookedOn || showing.Facts.Line.BookedOn == facts.Line.ValueOn);

    public bool SharesReference(LineFacts facts) => _showings.Any(showing => showing.Facts.References.Value.Intersect(facts.References.Value).Any());

    public bool AgreesInWords(LineFacts facts) => _showings.Any(showing => BankWords.Agree(showing.Facts.Words.Value, facts.Words.Value));

    /// <summary>Whether both say something that cannot be of one movement.</summary>
    public bool IsApart(LineFacts facts) => _showings.Any(showing =>
        Differ(showing.Facts.EndToEndId, facts.EndToEndId)
        || Differ(showing.Facts.Line.CounterpartyAccount, facts.Line.CounterpartyAccount)
        || (showing.Facts.References.Value.Count > 0 && facts.References.Value.Count > 0 && !showing.Facts.References.Value.Intersect(facts.References.Value).Any()));

    private static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;
}
