using System.Net.Mail;
using Market.Ledger.Amounts;
using Market.Payments.MovingIn.Models;
using Market.Tables.Files;

namespace Market.Payments.MovingIn.Reading;

/// <summary>What a file says, and every fault that can be seen in it alone.</summary>
/// <param name="Lines">The people in it who can be read.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Rows">How many rows there are, right or wrong.</param>
public sealed record MovingSheet(IReadOnlyList<MovingLine> Lines, IReadOnlyList<MovingFault> Faults, int Rows)
{
    /// <summary>How many people may be moved in at once.</summary>
    public const int MostPeople = 5_000;

    private const int MostEmailCharacters = 255;

    public static MovingSheet Read(Table table, MovingChoice choice, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(choice);
        var faults = new List<MovingFault>(OfColumns(table, choice));
        var lines = new List<MovingLine>();
        var (count, amounts, seen) = (0, new AmountCells(choice, currency), new SeenPeople());
        foreach (var row in faults.Count == 0 ? table.Rows : [])
        {
            if (row.Fault is not null || ++count > MostPeople)
            {
                faults.Add(row.Fault is { } broken ? Broken(broken) : new MovingFault(row.Line, MovingFaultReason.TooManyPeople));
                break;
            }

            var before = faults.Count;
            var (name, email) = (NameOf(row, choice), Cell(row, choice, MovingField.Email).Normalize());
            faults.AddRange(OfPerson(row.Line, name, email));
            if (faults.Count == before)
            {
                faults.AddRange(seen.Meet(row.Line, name, email));
            }

            var (balance, fault, text) = amounts.Read(row);
            if (fault is { } reason)
            {
                faults.Add(new MovingFault(row.Line, reason, text));
            }

            if (faults.Count == before)
            {
                lines.Add(new MovingLine(row.Line, name, email, balance!.Value));
            }
        }

        if (count == 0 && faults.Count == 0)
        {
            faults.Add(new MovingFault(0, MovingFaultReason.Nobody));
        }

        return new MovingSheet(lines, faults, count);
    }

    private static IEnumerable<MovingFault> OfColumns(Table table, MovingChoice choice)
    {
        if (table.Fault is { } broken)
        {
            yield return Broken(broken);
            yield break;
        }

        if (!choice.Columns.ContainsKey(MovingField.Name))
        {
            yield return new MovingFault(0, MovingFaultReason.NoNameColumn);
        }

        if (!choice.Columns.ContainsKey(MovingField.Balance) && choice.Columns.ContainsKey(MovingField.Debit) != choice.Columns.ContainsKey(MovingField.Credit))
        {
            yield return new MovingFault(0, MovingFaultReason.HalfOfBalance);
        }
    }

    private static IEnumerable<MovingFault> OfPerson(int line, string name, string email)
    {
        if (name.Length == 0)
        {
            yield return new MovingFault(line, MovingFaultReason.NoName);
        }
        else if (name.Length > IAccountRegister.MaxNameLength)
        {
            yield return new MovingFault(line, MovingFaultReason.NameTooLong, name);
        }

        if (email.Length > 0 && !IsEmail(email))
        {
            yield return new MovingFault(line, MovingFaultReason.MalformedEmail, email);
        }
    }

    private static MovingFault Broken(TableFault fault) => new(fault.Line, MovingFaultReason.Broken, fault.Reason.ToString());

    private static bool IsEmail(string text) => text.Length <= MostEmailCharacters
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);

    private static string NameOf(TableRow row, MovingChoice choice) => PersonNames.Of(
        Cell(row, choice, MovingField.FirstName),
        Cell(row, choice, MovingField.Name),
        Cell(row, choice, MovingField.SecondFirstName),
        Cell(row, choice, MovingField.SecondName));

    private static string Cell(TableRow row, MovingChoice choice, MovingField field) => choice.Columns.TryGetValue(field, out var column) ? row[column] : string.Empty;
}
