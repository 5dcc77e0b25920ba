using Market.Stall.Books;

namespace Market.Stall.Clients;

/// <summary>
/// The clients' names by their accounts, in a file of their own: an operation names no person, so a name can be changed or erased and the
/// books stay whole.
/// </summary>
internal sealed class ClientNames(BooksFolder folder)
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 80;

    private const string FileName = "clients.json";

    private readonly Lock _gate = new();

    private volatile IReadOnlyDictionary<string, string> _names =
        new Dictionary<string, string>(folder.Read<Dictionary<string, string>>(FileName) ?? [], StringComparer.Ordinal);

    /// <summary>All names by account.</summary>
    public IReadOnlyDictionary<string, string> All => _names;

    /// <summary>The client's name; the account where the name was erased.</summary>
    public string Of(string accountId) => _names.GetValueOrDefault(accountId, accountId);

    /// <summary>Gives an account its name, unless another one has it. It is on the disk when this returns.</summary>
    /// <returns>Whether the account has the name.</returns>
    public bool TrySet(string accountId, string name)
    {
        lock (_gate)
        {
            if (_names.Any(other => other.Key != accountId && string.Equals(other.Value, name, StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }

            var names = new Dictionary<string, string>(_names, StringComparer.Ordinal) { [accountId] = name };
            folder.Write(FileName, names);
            _names = names;
            return true;
        }
    }
}
