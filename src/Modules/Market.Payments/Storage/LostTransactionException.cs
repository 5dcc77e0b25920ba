namespace Market.Payments.Storage;

/// <summary>
/// The database failed under a unit of work and took its transaction along, and whoever was told said nothing: a workflow swallows its
/// activities' exceptions. The session would commit nothing without a word, so another try is made.
/// </summary>
internal sealed class LostTransactionException() : InvalidOperationException("The transaction of a unit of work was lost on the way; nothing of it is kept.")
{
    public static void ThrowUnless(bool isKept)
    {
        if (!isKept)
        {
            throw new LostTransactionException();
        }
    }
}
