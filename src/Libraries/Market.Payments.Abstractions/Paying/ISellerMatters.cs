namespace Market.Payments;

/// <summary>
/// Says what depends on a seller in a module: a statement that names them, an account that their share goes to. While anything does, the
/// seller is not removed. Register an implementation to be asked.
/// </summary>
public interface ISellerMatters
{
    /// <summary>What depends on them, each in a sentence for who would remove them, in the language of the request; nothing where nothing does.</summary>
    Task<IReadOnlyList<string>> FindAsync(string sellerId);
}
