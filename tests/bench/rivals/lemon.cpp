// Solves a file of instances' text format with LEMON (network simplex or cost scaling) and prints a line of JSON for
// every line that it is sent.
//   lemon FILE simplex|scaling [full]
// As many matches as possible come first: a mentee without a mentor costs more than any chain of scores can gain. Where everybody
// can be placed (told by "full") there is no such arc. Only the solver is timed, in seconds of the processor.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <sys/resource.h>
#include <vector>

#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

using namespace lemon;
typedef long long Number;

static double processor_seconds() {
    timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec + 1e-9 * now.tv_nsec;
}

struct Text {
    std::vector<char> all;
    const char* at;
    explicit Text(const char* name) {
        FILE* file = std::fopen(name, "rb");
        if (!file) { std::perror(name); std::exit(2); }
        std::fseek(file, 0, SEEK_END);
        all.resize(std::ftell(file) + 1);
        std::rewind(file);
        if (std::fread(all.data(), 1, all.size() - 1, file) != all.size() - 1) std::exit(2);
        all.back() = 0;
        std::fclose(file);
        at = all.data();
    }
    std::string line() {
        const char* end = std::strchr(at, '\n');
        std::string text(at, end);
        at = end + 1;
        return text;
    }
    // The next number of this line; false at its end, which is passed.
    bool number(long& value) {
        while (*at == ' ') ++at;
        if (*at == '\n') { ++at; return false; }
        if (!*at) return false;
        char* end;
        value = std::strtol(at, &end, 10);
        at = end;
        return true;
    }
};

struct Pair { int mentee, mentor; int score; };

int main(int count, char** words) {
    if (count < 3) return 2;
    const bool scaling = !std::strcmp(words[2], "scaling");
    const bool full = count > 3 && !std::strcmp(words[3], "full");
    Text text(words[1]);
    const bool dense = text.line() == "mentoring-pairs 1 dense";
    long mentees, mentors, value;
    text.number(mentees), text.number(mentors), text.number(value);
    std::vector<int> places;
    while (text.number(value)) places.push_back(value);
    std::vector<Pair> pairs;
    long best = 0, worst = 0;
    for (int mentee = 0; mentee < mentees; ++mentee) {
        long mentor = 0, score;
        while (dense ? text.number(score) : text.number(mentor) && text.number(score)) {
            if (score != -2147483648L) {
                pairs.push_back({mentee, (int)mentor, (int)score});
                best = std::max(best, score), worst = std::min(worst, score);
            }
            if (dense) ++mentor;
        }
    }
    std::vector<char>().swap(text.all);

    SmartDigraph graph;
    graph.reserveNode(mentees + mentors + 1);
    graph.reserveArc(pairs.size() + mentees);
    for (long node = 0; node <= mentees + mentors; ++node) graph.addNode();
    const int nobody = mentees + mentors;
    for (const Pair& pair : pairs) graph.addArc(graph.nodeFromId(pair.mentee), graph.nodeFromId(mentees + pair.mentor));
    if (!full) for (int mentee = 0; mentee < mentees; ++mentee) graph.addArc(graph.nodeFromId(mentee), graph.nodeFromId(nobody));
    SmartDigraph::ArcMap<Number> cost(graph), room(graph, 1);
    const Number bonus = (Number)(best - worst + 2) * (std::min(mentees, mentors * 3) + 1);
    for (size_t at = 0; at < pairs.size(); ++at) cost[graph.arcFromId(at)] = best - pairs[at].score + 1;
    if (!full) for (int mentee = 0; mentee < mentees; ++mentee) cost[graph.arcFromId(pairs.size() + mentee)] = bonus;
    SmartDigraph::NodeMap<Number> supply(graph, 0);
    for (int mentee = 0; mentee < mentees; ++mentee) supply[graph.nodeFromId(mentee)] = 1;
    for (int mentor = 0; mentor < mentors; ++mentor) supply[graph.nodeFromId(mentees + mentor)] = -places[mentor];
    supply[graph.nodeFromId(nobody)] = full ? 0 : -mentees;

    for (int key; (key = std::getchar()) != EOF;) {
        if (key != '\n') continue;
        const double before = processor_seconds();
        std::vector<char> used(pairs.size());
        bool solved;
        if (scaling) {
            CostScaling<SmartDigraph, Number> solver(graph);
            solved = solver.upperMap(room).costMap(cost).supplyMap(supply).run() == CostScaling<SmartDigraph, Number>::OPTIMAL;
            if (solved) for (size_t at = 0; at < pairs.size(); ++at) used[at] = solver.flow(graph.arcFromId(at)) > 0;
        } else {
            NetworkSimplex<SmartDigraph, Number> solver(graph);
            solved = solver.upperMap(room).costMap(cost).supplyMap(supply).run() == NetworkSimplex<SmartDigraph, Number>::OPTIMAL;
            if (solved) for (size_t at = 0; at < pairs.size(); ++at) used[at] = solver.flow(graph.arcFromId(at)) > 0;
        }
        const double seconds = processor_seconds() - before;
        Number total = 0, matched = 0;
        for (size_t at = 0; at < pairs.size(); ++at) if (used[at]) ++matched, total += pairs[at].score;
        rusage usage;
        getrusage(RUSAGE_SELF, &usage);
        std::printf("{\"solver\":\"lemon %s\",\"seconds\":%.6f,\"megabytes\":%ld,\"count\":%lld,\"total\":%lld,\"faults\":%d}\n",
            words[2], seconds, usage.ru_maxrss >> 10, matched, total, solved ? 0 : 1);
        std::fflush(stdout);
    }
}
