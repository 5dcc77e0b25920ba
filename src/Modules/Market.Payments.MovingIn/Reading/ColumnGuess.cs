using Market.Payments.MovingIn.Models;

namespace Market.Payments.MovingIn.Reading;

/// <summary>Says by their names which columns hold what, in English, French and as Cagette names them.</summary>
public static class ColumnGuess
{
    private static readonly (MovingField Field, string[] Names)[] _names =
    [
        (MovingField.SecondFirstName, ["firstname2", "prenom2", "prenomduconjoint", "prenomconjoint", "prenomdupartenaire", "secondfirstname", "partnerfirstname"]),
        (MovingField.SecondName, ["lastname2", "name2", "nom2", "nomduconjoint", "nomconjoint", "nomdupartenaire", "conjoint", "secondname", "partner", "partnername"]),
        (MovingField.FirstName, ["firstname", "prenom", "givenname", "forename"]),
        (MovingField.Name, ["lastname", "nom", "name", "familyname", "surname", "nomdefamille", "nomcomplet", "fullname", "nometprenom", "nomprenom", "prenometnom", "adherent", "adherente", "adherents", "membre", "member", "client", "amapien"]),
        (MovingField.Email, ["email", "mail", "emailaddress", "mailaddress", "courriel", "adressemail", "adresseemail", "adressecourriel", "adresseelectronique"]),
        (MovingField.Balance, ["balance", "solde", "soldeactuel", "soldeclient", "soldeducompte", "currentbalance", "accountbalance", "montant", "amount"]),
        (MovingField.Debit, ["debit", "du", "doit", "owes", "owed", "debt", "dette", "soldedebiteur", "aregler", "resteapayer"]),
        (MovingField.Credit, ["credit", "avoir", "held", "soldecrediteur", "troppaye"]),
    ];

    /// <summary>Which column holds what: each the first that bears such a name, and none two things.</summary>
    public static Dictionary<MovingField, int> Of(IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var folded = columns.Select(Plain).ToList();
        var guess = new Dictionary<MovingField, int>();
        foreach (var (field, names) in _names)
        {
            var column = folded.FindIndex(name => names.Contains(name, StringComparer.Ordinal));
            if (column >= 0 && !guess.ContainsValue(column))
            {
                guess.Add(field, column);
            }
        }

        // Columns of both are of two sums; one of balances then is of something else.
        if (guess.ContainsKey(MovingField.Debit) && guess.ContainsKey(MovingField.Credit))
        {
            guess.Remove(MovingField.Balance);
        }

        return guess;
    }

    // What stands in brackets, the unit, is no part of the name.
    private static string Plain(string column) =>
        new([.. NameText.Fold(column.Split('(', '[', '€')[0]).Where(char.IsLetterOrDigit)]);
}
