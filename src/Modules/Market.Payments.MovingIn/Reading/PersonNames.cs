using Market.Ledger.Postings;

namespace Market.Payments.MovingIn.Reading;

/// <summary>The names of people as lists write them.</summary>
public static class PersonNames
{
    private static readonly string[] _joints = ["", "et", "and"];

    /// <summary>A client's name, of one or of two people: <i>Anne Martin &amp; Paul Durand</i>.</summary>
    public static string Of(string firstName, string name, string secondFirstName, string secondName)
    {
        var first = OneLine.Of($"{firstName} {name}");
        var second = OneLine.Of($"{secondFirstName} {secondName}");
        return second.Length == 0 ? first : first.Length == 0 ? second : $"{first} & {second}";
    }

    /// <summary>What names are compared by: <i>DURAND Élodie</i> is <i>Élodie Durand</i>.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = OneLine.Of(name).Split(' ', ',', '/', '&', '+', '-').Select(NameText.Fold).Where(word => !_joints.Contains(word, StringComparer.Ordinal));
        return string.Join(' ', words.Order(StringComparer.Ordinal));
    }
}
