namespace Market.Payments;

/// <summary>
/// Tells what a module keeps about a member: for the file that they may have of it, and for the page that says who sees what. Each module
/// that keeps something about a client registers one for each kind of thing.
/// </summary>
public interface IPersonalData
{
    /// <summary>What it is called in the file, for good and in no language: <c>orders</c>.</summary>
    string Name { get; }

    /// <summary>What it is, in the language of the request: <i>Your orders</i>.</summary>
    string Label { get; }

    /// <summary>The names of the permissions with each of which others see it. Whoever has one that implies them sees it too.</summary>
    IReadOnlyList<string> SeenWith { get; }

    /// <summary>
    /// All of it, as objects that are written as JSON: amounts as text with a point and their currency beside them, nothing that is a secret
    /// of the market or about somebody else.
    /// </summary>
    Task<IReadOnlyList<object>> ReadAsync(ClientAccount account);
}
