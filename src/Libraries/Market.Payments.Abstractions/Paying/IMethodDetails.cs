using Microsoft.AspNetCore.Http;

namespace Market.Payments;

/// <summary>
/// What a payment method needs before the market can offer it, such as the IBAN of transfers: without it a member would be told to pay
/// nobody, or somebody else. A method that no such rule names can be offered at once.
/// </summary>
public interface IMethodDetails
{
    /// <summary>The technical name of the method.</summary>
    string Method { get; }

    /// <summary>Tells what is still to be given.</summary>
    /// <param name="page">The settings page as it was sent, where it is being saved: what it gives counts. None for what is stored.</param>
    /// <returns>A sentence, or none where all is there.</returns>
    Task<string?> FindMissingAsync(IFormCollection? page = null);
}
