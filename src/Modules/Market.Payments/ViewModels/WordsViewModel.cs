using Market.Payments.Models;
using Market.Payments.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Payments.ViewModels;

public class WordsViewModel
{
    /// <summary>What is chosen for each of <see cref="Term.All"/>, in its order.</summary>
    public List<WordChoice> Terms { get; set; } = [];

    [BindNever]
    public IReadOnlyList<WordedSentence> Preview { get; set; } = [];
}
