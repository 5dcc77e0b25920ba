using CsCheck;
using Market.Bank.Identity;
using Market.Bank.Statements;
using Market.Ledger.Amounts;

namespace Market.Bank.Tests.Identity;

/// <summary>What really moved on an account.</summary>
internal sealed record Truth(int Day, int Euros, string First, string Last, string Words);

/// <summary>A bank that shows the same movements in several forms, each of which says less than the one before.</summary>
internal static class MadeUpBank
{
    public static readonly string[] Forms = ["Camt", "Mt940", "Cfonb", "Ofx"];

    private static readonly string[] FirstNames = ["Jean", "Marie", "Zoé", "Anne-Lise"];
    private static readonly string[] LastNames = ["Dupont", "Lefèvre", "Martin"];

    /// <summary>Few days, amounts and names, so that many movements are alike and some are equal.</summary>
    public static readonly Gen<Truth[]> Movements =
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 2], Gen.OneOf(FirstNames), Gen.OneOf(LastNames), Gen.OneOf("Panier", "Panier 12", string.Empty))
            .Select((day, tens, first, last, words) => new Truth(day, tens * 10, first, last, words)).Array[1, 12];

    public static BankLine Show(string form, Truth[] all, int place)
    {
        var truth = all[place];
        var line = new BankLine { BookedOn = Reading.Day(truth.Day), Amount = Reading.Euros(truth.Euros) };
        var name = $"{truth.Last} {truth.First}";
        return form switch
        {
            "Camt" => line with { ValueOn = Reading.Day(truth.Day + 1), Counterparty = $"{truth.First} {truth.Last}", Text = truth.Words, BankId = $"B{place:00000}" },
            "Mt940" => line with { ValueOn = Reading.Day(truth.Day + 1), Text = $"VIR SEPA {name} {truth.Words}".Trim() },
            "Cfonb" => line with { Text = $"VIR {name}".ToUpperInvariant() },
            _ => line with { Text = $"VIREMENT {name}"[..Math.Min(18, name.Length + 9)], BankId = "0" },
        };
    }

    /// <summary>Reads files one after the other, as whoever keeps an account does.</summary>
    public static List<KnownMovement> Keep(IEnumerable<(string Form, List<BankLine> Lines)> files)
    {
        var known = new List<KnownMovement>();
        foreach (var (form, lines) in files)
        {
            var verdicts = Once.Judge(form, lines, known);
            for (var place = 0; place < lines.Count; place++)
            {
                var showing = new Showing(form, lines[place]);
                if (verdicts[place] is Verdict.New)
                {
                    known.Add(new KnownMovement($"{known.Count}", [showing]));
                }
                else if (verdicts[place] is Verdict.Known { Id: var id })
                {
                    var at = known.FindIndex(movement => movement.Id == id);
                    known[at] = known[at] with { Showings = [.. known[at].Showings, showing] };
                }
            }
        }

        return known;
    }

    public static IEnumerable<(DateOnly Day, Money Amount)> Told(IEnumerable<KnownMovement> known) =>
        known.Select(movement => (movement.Showings[0].Line.BookedOn, movement.Showings[0].Line.Amount)).Order();

    public static IEnumerable<(DateOnly Day, Money Amount)> Told(IEnumerable<Truth> all) => all.Select(truth => (Reading.Day(truth.Day), Reading.Euros(truth.Euros))).Order();
}
