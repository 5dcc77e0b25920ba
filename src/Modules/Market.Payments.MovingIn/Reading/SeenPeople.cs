namespace Market.Payments.MovingIn.Reading;

/// <summary>Who came before in the file, to name those who come twice.</summary>
internal sealed class SeenPeople
{
    private readonly Dictionary<string, int> _emails = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, (int Line, bool HasEmail)> _names = new(StringComparer.Ordinal);

    /// <summary>What is wrong with somebody who comes now: two may bear one name, if both have a mail address that tells them apart.</summary>
    public IEnumerable<MovingFault> Meet(int line, string name, string email)
    {
        if (email.Length > 0 && !_emails.TryAdd(email, line))
        {
            yield return new MovingFault(line, MovingFaultReason.EmailTwice, email, _emails[email]);
        }
        else if (PersonNames.Key(name) is { Length: > 0 } key && !_names.TryAdd(key, (line, email.Length > 0)) && (email.Length == 0 || !_names[key].HasEmail))
        {
            yield return new MovingFault(line, MovingFaultReason.PersonTwice, name, _names[key].Line);
        }
    }
}
